import { merchantIdBySlug, categoryBySlug } from '@/db/queries/categories';
import {
  insertPictures,
  insertProduct,
  insertReviews,
  lockProduct,
  retirePictures,
  updateProductRow,
  type Described,
} from '@/db/queries/write-product';
import type { Queryable, Transaction } from '@/db';
import type { NewProduct, ProductRow } from '@/db/schema';
import { changeCatalogue, hasCode } from '@/lib/catalogue/change-catalogue';
import { isProductId } from '@/lib/catalogue/detail';
import type { ReadyPicture } from '@/lib/catalogue/prepare-pictures';
import {
  newProductSchema,
  productPatchSchema,
  stockSchema,
  type CheckedPatch,
  type CheckedProduct,
  type CheckedReview,
  type NewProductInput,
  type ProductPatch,
} from '@/lib/catalogue/product-input';
import { searchText } from '@/lib/catalogue/search-text';
import { database } from '@/lib/database';
import { CallerError, parseInput } from '@/lib/errors';

/**
 * Puts a product into the catalogue. All of it is there afterwards, findable within a second in every process, or
 * nothing of it.
 * @returns the product's number
 * @throws CallerError for wrong input, an unknown merchant or category, a picture that cannot be used, a sku that the merchant
 * has used already
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
    const id = await insertNew(tx, toRow(product, merchantId, categoryId));
    await insertPictures(tx, id, pictures.map(toDescribed));
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
    await updateProductRow(tx, id, patchedColumns(before, change, categoryId));
    if (!pictures) return;
    await retirePictures(tx, id);
    await insertPictures(tx, id, pictures.map(toDescribed));
  });
}

/** Sets how many are left; 0 is sold out. */
export async function setStock(id: number, stock: number): Promise<void> {
  const checked = parseInput(stockSchema, stock, 'stock');
  await changeProduct(id, (tx) => updateProductRow(tx, id, { stock: checked }));
}

/** Takes the product out of the catalogue. Its row and pictures stay, and its sku stays taken. */
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

async function insertNew(tx: Transaction, row: NewProduct): Promise<number> {
  try {
    return await insertProduct(tx, row);
  } catch (error) {
    if (!hasCode(error, 'ER_DUP_ENTRY')) throw error;
    throw new CallerError(
      'already-exists',
      `This merchant has a product with the sku ${row.sku} already, perhaps a deleted one. Choose another sku.`,
    );
  }
}

async function requireMerchant(db: Queryable, slug: string): Promise<number> {
  const id = await merchantIdBySlug(db, slug);
  if (id !== undefined) return id;
  throw new CallerError('not-found', `There is no merchant ${slug}. Use the slug of one that exists.`);
}

async function requireCategory(db: Queryable, slug: string): Promise<number> {
  const row = await categoryBySlug(db, slug);
  if (row) return row.id;
  throw new CallerError('not-found', `There is no category ${slug}. Use the slug of one that exists.`);
}

function unknownProduct(id: number): CallerError {
  return new CallerError('not-found', `There is no product ${id}, or it was deleted.`);
}

function toRow(product: CheckedProduct, merchantId: number, categoryId: number): NewProduct {
  const { sku, family, title, description, priceKrw, stock, createdAt } = product;
  return {
    ...{ sku, family, merchantId, categoryId, priceKrw, stock },
    ...wordColumns(title, description),
    createdAt: createdAt ?? new Date(),
  };
}

function patchedColumns(
  before: ProductRow,
  { title, description, priceKrw }: CheckedPatch,
  categoryId?: number,
) {
  const words = wordColumns(
    title ?? { ko: before.titleKo, en: before.titleEn },
    description ?? { ko: before.descriptionKo, en: before.descriptionEn },
  );
  return { ...words, priceKrw, categoryId };
}

/** The network and the picture library are loaded by whoever has pictures: pages never do. */
async function readyPictures(pictures: readonly Uint8Array[]): Promise<ReadyPicture[]> {
  const { readyPictures: ready } = await import('@/lib/catalogue/prepare-pictures');
  return ready(pictures);
}

type Words = CheckedProduct['title'];

function wordColumns(title: Words, description: Words) {
  return {
    titleKo: title.ko,
    titleEn: title.en,
    descriptionKo: description.ko,
    descriptionEn: description.en,
    searchText: searchText([title.ko, title.en, description.ko, description.en]),
  };
}

function toDescribed(picture: ReadyPicture): Described {
  const { modelId, topFilters, featureBits, intensityBytes, ...image } = picture;
  return {
    image,
    signature: { modelId, topFilters },
    feature: { featureBits },
    intensity: { intensities: intensityBytes },
  };
}

function toReviewRow({ author, rating, text, createdAt }: CheckedReview) {
  return { author, rating, textKo: text.ko, textEn: text.en, createdAt };
}
