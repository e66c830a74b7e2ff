import { merchantIdBySlug } from '@/db/queries/categories';
import {
  insertPictures,
  insertReviews,
  lockProduct,
  retirePictures,
  updateProductRow,
  type Described,
} from '@/db/queries/write-product';
import type { Queryable, Transaction } from '@/db';
import type { NewProduct, ProductRow } from '@/db/schema';
import { changeCatalogue } from '@/lib/catalogue/change-catalogue';
import { isProductId } from '@/lib/catalogue/detail';
import type { ReadyPicture } from '@/lib/catalogue/prepare-pictures';
import {
  newProductSchema,
  productPatchSchema,
  stockSchema,
  type CheckedProduct,
  type CheckedReview,
  type NewProductInput,
  type ProductPatch,
} from '@/lib/catalogue/product-input';
import {
  insertNewProduct,
  patchedWords,
  requireCategory,
  unknownProduct,
  wordColumns,
} from '@/lib/catalogue/product-rows';
import { storeMissing } from '@/lib/catalogue/store-picture';
import { database } from '@/lib/database';
import { CallerError, parseInput } from '@/lib/errors';

/**
 * Puts a product into the catalogue. All of it is there afterwards, findable within a second in every process, or
 * nothing of it.
 * @returns the product's number
 * @throws CallerError for wrong input, an unknown merchant or category, a picture that cannot be used, a known sku
 */
export async function registerProduct(input: NewProductInput): Promise<number> {
  const product = parseInput(newProductSchema, input, 'product');
  const db = database();
  const [merchantId, categoryId] = await Promise.all([
    requireMerchant(db, product.merchantSlug),
    requireCategory(db, product.categorySlug),
  ]);
  const pictures = await readyPictures(product.pictures);
  return changeCatalogue(db, async (tx, touched) => {
    const id = await insertNewProduct(tx, toRow(product, merchantId, categoryId));
    await writePictures(tx, id, pictures);
    await insertReviews(tx, id, product.reviews.map(toReviewRow));
    touched(id);
    return id;
  });
}

/**
 * Changes what the patch names and leaves the rest; new pictures replace all former ones.
 * @throws CallerError for wrong input, an unknown product or category, a picture that cannot be used
 */
export async function updateProduct(id: number, patch: ProductPatch): Promise<void> {
  const change = parseInput(productPatchSchema, patch, 'change of a product');
  const db = database();
  const categoryId =
    change.categorySlug === undefined ? undefined : await requireCategory(db, change.categorySlug);
  const pictures = change.pictures && (await readyPictures(change.pictures));
  await changeProduct(id, async (tx, before) => {
    await updateProductRow(tx, id, {
      ...patchedWords(before, change),
      priceKrw: change.priceKrw,
      categoryId,
    });
    if (!pictures) return;
    await retirePictures(tx, id);
    await writePictures(tx, id, pictures);
  });
}

/** Sets how many are left; 0 is sold out. */
export async function setStock(id: number, stock: number): Promise<void> {
  const checked = parseInput(stockSchema, stock, 'stock');
  await changeProduct(id, (tx) => updateProductRow(tx, id, { stock: checked }));
}

/** Takes the product out of the catalogue, for good. Its sku stays taken. */
export async function deleteProduct(id: number): Promise<void> {
  await changeProduct(id, (tx) => updateProductRow(tx, id, { deletedAt: new Date() }));
}

async function changeProduct(
  id: number,
  write: (tx: Transaction, before: ProductRow) => Promise<void>,
): Promise<void> {
  if (!isProductId(id)) throw unknownProduct(id);
  await changeCatalogue(database(), async (tx, touched) => {
    const before = await lockProduct(tx, id);
    if (!before) throw unknownProduct(id);
    await write(tx, before);
    touched(id);
  });
}

async function requireMerchant(db: Queryable, slug: string): Promise<number> {
  const id = await merchantIdBySlug(db, slug);
  if (id !== undefined) return id;
  throw new CallerError('not-found', `There is no merchant ${slug}. Use the slug of one that exists.`);
}

function toRow(product: CheckedProduct, merchantId: number, categoryId: number): NewProduct {
  const { sku, family, title, description, priceKrw, stock, createdAt } = product;
  return {
    ...{ sku, family, merchantId, categoryId, priceKrw, stock },
    ...wordColumns(title, description),
    createdAt: createdAt ?? new Date(),
  };
}

/** The network and the picture library are loaded by whoever has pictures: pages never do. */
async function readyPictures(pictures: readonly Uint8Array[]): Promise<ReadyPicture[]> {
  const { readyPictures: ready } = await import('@/lib/catalogue/prepare-pictures');
  return ready(pictures);
}

async function writePictures(
  tx: Transaction,
  productId: number,
  pictures: readonly ReadyPicture[],
): Promise<void> {
  await insertPictures(tx, productId, pictures.map(toDescribed));
  for (const picture of pictures) await storeMissing(picture);
}

function toDescribed(picture: ReadyPicture): Described {
  const { sha256, width, height, placeholder, modelId, topFilters, featureBits, intensityBytes } = picture;
  return {
    image: { sha256, width, height, placeholder },
    signature: { modelId, topFilters },
    feature: { featureBits },
    intensity: { intensities: intensityBytes },
  };
}

function toReviewRow({ author, rating, text, createdAt }: CheckedReview) {
  return { author, rating, textKo: text.ko, textEn: text.en, createdAt };
}
