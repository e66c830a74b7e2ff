import { categoryBySlug } from '@/db/queries/categories';
import { insertProduct } from '@/db/queries/write-product';
import type { Queryable, Transaction } from '@/db';
import type { NewProduct, ProductRow } from '@/db/schema';
import { hasCode } from '@/lib/catalogue/change-catalogue';
import { searchText } from '@/lib/catalogue/search-text';
import type { LocalizedText } from '@/lib/catalogue/types';
import { CallerError } from '@/lib/errors';

/** @throws CallerError when its merchant has the sku already */
export async function insertNewProduct(tx: Transaction, row: NewProduct): Promise<number> {
  try {
    return await insertProduct(tx, row);
  } catch (error) {
    throw takenSku(error, row.sku);
  }
}

/** What to throw for the error of writing a product with that sku. */
export function takenSku(error: unknown, sku: string): unknown {
  if (!hasCode(error, 'ER_DUP_ENTRY')) return error;
  return new CallerError(
    'already-exists',
    `This merchant has a product with the sku ${sku} already, perhaps a deleted one. Choose another sku.`,
    { fields: { sku: 'expected one that no other product of the merchant has' } },
  );
}

/** @throws CallerError when there is no such category */
export async function requireCategory(db: Queryable, slug: string): Promise<number> {
  const row = await categoryBySlug(db, slug);
  if (row) return row.id;
  throw new CallerError('not-found', `There is no category ${slug}. Use the slug of one that exists.`, {
    fields: { categorySlug: 'expected the slug of a category that exists' },
  });
}

/** The columns that hold words, and those made of them. */
export function wordColumns(title: LocalizedText, description: LocalizedText) {
  return {
    titleKo: title.ko,
    titleEn: title.en,
    descriptionKo: description.ko,
    descriptionEn: description.en,
    searchText: searchText([title.ko, title.en, description.ko, description.en]),
  };
}

/** The same of a product some of whose words are changed. */
export function patchedWords(
  before: ProductRow,
  change: { readonly title?: LocalizedText; readonly description?: LocalizedText },
) {
  return wordColumns(
    change.title ?? { ko: before.titleKo, en: before.titleEn },
    change.description ?? { ko: before.descriptionKo, en: before.descriptionEn },
  );
}

export function unknownProduct(id: number): CallerError {
  return new CallerError('not-found', `There is no product ${id}, or it was deleted.`);
}
