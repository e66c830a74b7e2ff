import { merchantExists } from '@/db/queries/categories';
import { productsAfter } from '@/db/queries/imports';
import { inScope } from '@/lib/auth/scope';
import type { Scope } from '@/lib/auth/types';
import { database } from '@/lib/database';
import { CallerError } from '@/lib/errors';
import { COLUMNS, type Column } from '@/lib/merchant/imports/types';
import { csvOf } from '@/lib/merchant/imports/write-csv';

const BATCH = 500;

/**
 * All products of a merchant as a CSV, by sku, as it comes from the database. Imported again it changes nothing: pictures
 * are not in it, and where none are named those of the product stay.
 * @throws CallerError `not-found` for a merchant that is not there for this scope
 */
export async function exportCatalogue(scope: Scope, merchantId: number): Promise<AsyncGenerator<Uint8Array>> {
  if (!inScope(scope, merchantId) || !(await merchantExists(database(), merchantId)))
    throw new CallerError('not-found', `There is no merchant ${merchantId}.`);
  return csvOf(COLUMNS, batches(merchantId));
}

async function* batches(merchantId: number): AsyncGenerator<string[][]> {
  for (let after = ''; ;) {
    const rows = await productsAfter(database(), merchantId, after, BATCH);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(cellsOf);
    after = last.product.sku;
  }
}

function cellsOf({ product, categorySlug }: Awaited<ReturnType<typeof productsAfter>>[number]): string[] {
  const cells: Readonly<Record<Column, string>> = {
    sku: product.sku,
    title_ko: product.titleKo,
    title_en: product.titleEn,
    description_ko: product.descriptionKo,
    description_en: product.descriptionEn,
    category: categorySlug,
    price_krw: String(product.priceKrw),
    stock: String(product.stock),
    family: product.family ?? '',
    pictures: '',
  };
  return COLUMNS.map((column) => cells[column]);
}
