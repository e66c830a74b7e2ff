import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Queryable } from '@/db';
import { product } from '@/db/schema';

/** Smallest and greatest product number; null while there is no product. */
export async function productIdRange(db: Queryable): Promise<{ min: number; max: number } | null> {
  const [row] = await db
    .select({ min: sql<number | null>`min(${product.id})`, max: sql<number | null>`max(${product.id})` })
    .from(product);
  return row?.min == null || row.max == null ? null : { min: row.min, max: row.max };
}

/** Those of the products that can be bought, with what tells them apart. */
export async function buyableAmong(db: Queryable, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: product.id, family: product.family, categoryId: product.categoryId })
    .from(product)
    .where(and(inArray(product.id, [...ids]), eq(product.listed, true), eq(product.inStock, true)));
}
