import type { Counts, StandingProduct } from '@/db/queries/imports';
import { updateProductRow } from '@/db/queries/write-product';
import type { Transaction } from '@/db';
import type { ProductRowInput } from '@/lib/merchant/imports/check-row';
import { inOrder } from '@/lib/merchant/pictures/places';
import { createProduct, saveProduct } from '@/lib/merchant/products/save';
import type { PictureChoice, ProductPatch } from '@/lib/merchant/products/save-input';

/** What one row does to the counts of its run. */
export const UNCHANGED: Counts = { created: 0, updated: 0, unchanged: 1, restored: 0, refused: 0 };
const CREATED: Counts = { ...UNCHANGED, unchanged: 0, created: 1 };
const UPDATED: Counts = { ...UNCHANGED, unchanged: 0, updated: 1 };

/** Writes to the counts of a run, in the transaction that saves the row: neither is ever there without the other. */
export type Count = (tx: Transaction, by: Counts) => Promise<void>;

/** Whether the row says nothing that the product does not say already. */
export function isUnchanged(
  row: ProductRowInput,
  standing: StandingProduct,
  choices: readonly PictureChoice[],
) {
  return standing.product.deletedAt === null && Object.keys(patchOf(row, standing, choices)).length === 0;
}

/**
 * Makes the product of a row, or changes what the row says otherwise; one that had been deleted comes back.
 * @throws CallerError when saving refuses it
 */
export async function putRow(
  merchantId: number,
  row: ProductRowInput,
  standing: StandingProduct | undefined,
  choices: readonly PictureChoice[],
  count: Count,
): Promise<void> {
  if (!standing) {
    await createProduct(merchantId, toNew(row, choices), (tx) => count(tx, CREATED));
    return;
  }
  const { id, deletedAt } = standing.product;
  await saveProduct({ merchantId }, id, patchOf(row, standing, choices), async (tx) => {
    await count(tx, { ...UPDATED, restored: deletedAt === null ? 0 : 1 });
    if (deletedAt !== null) await updateProductRow(tx, id, { deletedAt: null });
  });
}

function toNew(row: ProductRowInput, pictures: readonly PictureChoice[]) {
  const { sku, titleKo, titleEn, descriptionKo = '', descriptionEn = '', categorySlug } = row;
  const { priceKrw, stock, family = null } = row;
  return {
    ...{ sku, categorySlug, priceKrw, stock, family, pictures: [...pictures] },
    title: { ko: titleKo, en: titleEn },
    description: { ko: descriptionKo, en: descriptionEn },
  };
}

/** What the row says otherwise than the product stands. */
function patchOf(
  row: ProductRowInput,
  { product, categorySlug, ...pictures }: StandingProduct,
  choices: readonly PictureChoice[],
): ProductPatch {
  const title = { ko: row.titleKo, en: row.titleEn };
  const description = {
    ko: row.descriptionKo ?? product.descriptionKo,
    en: row.descriptionEn ?? product.descriptionEn,
  };
  const { titleKo, titleEn, descriptionKo, descriptionEn } = product;
  const { family = product.family } = row;
  return {
    ...(!sameWords(title, { ko: titleKo, en: titleEn }) && { title }),
    ...(!sameWords(description, { ko: descriptionKo, en: descriptionEn }) && { description }),
    ...(row.categorySlug !== categorySlug && { categorySlug: row.categorySlug }),
    ...(row.priceKrw !== product.priceKrw && { priceKrw: row.priceKrw }),
    ...(row.stock !== product.stock && { stock: row.stock }),
    ...(family !== product.family && { family }),
    ...(!samePictures(choices, pictures) && { pictures: [...choices] }),
  };
}

interface Words {
  readonly ko: string;
  readonly en: string;
}

const sameWords = (one: Words, other: Words) => one.ko === other.ko && one.en === other.en;

/** No choice leaves them as they are. */
function samePictures(
  choices: readonly PictureChoice[],
  { images, jobs }: Pick<StandingProduct, 'images' | 'jobs'>,
): boolean {
  if (choices.length === 0) return true;
  const standing = inOrder(
    jobs.map(({ id, position }) => ({ job: id, position })),
    images.map(({ id }) => ({ image: id })),
  );
  const names = standing.map((one) => ('job' in one ? `job ${one.job}` : `image ${one.image}`));
  const chosen = choices.map((one) => ('job' in one ? `job ${one.job}` : `image ${one.image}`));
  return names.join() === chosen.join();
}
