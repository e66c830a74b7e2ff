import { and, asc, desc, eq } from 'drizzle-orm';
import { product } from '@/db';
import type { Scope } from '@/lib/auth';
import { ownRows } from '@/db/queries/own-products';
import { ownedBy } from '@/db/queries/scope';
import { database } from '@/lib/database';

const COLUMNS = {
  newest: product.createdAt,
  'price-asc': product.priceKrw,
  'stock-asc': product.stock,
  'sku-asc': product.sku,
} as const;

export type MeasuredSort = keyof typeof COLUMNS;
export const MEASURED_SORTS = Object.keys(COLUMNS) as MeasuredSort[];

/** Where the page at `offset` begins: the last product before it, and what it is sorted by. */
export async function keyBefore(scope: Scope, sort: MeasuredSort, offset: number) {
  const [row] = await keys(scope, sort, offset - 1, 1);
  if (!row) throw new Error(`There is no product ${offset} in this order.`);
  return row;
}

/** The baseline: the same page, found by counting past all products before it. */
export async function numberedPage(scope: Scope, sort: MeasuredSort, offset: number, perPage: number) {
  const page = await keys(scope, sort, offset, perPage + 1);
  return ownRows(
    database(),
    scope,
    page.slice(0, perPage).map(({ id }) => id),
  );
}

function keys(scope: Scope, sort: MeasuredSort, offset: number, limit: number) {
  const column = COLUMNS[sort];
  const direction = sort === 'newest' ? desc : asc;
  return database()
    .select({ id: product.id, value: column })
    .from(product)
    .where(and(ownedBy(scope, product.merchantId), eq(product.listed, true)))
    .orderBy(direction(column), direction(product.id))
    .limit(limit)
    .offset(offset);
}
