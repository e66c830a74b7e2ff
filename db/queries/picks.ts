import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Queryable } from '@/db';
import { onShow } from '@/db/queries/on-show';
import { product } from '@/db/schema';

/** 0 while there is no product. */
export async function greatestProductId(db: Queryable): Promise<number> {
  const [row] = await db.select({ max: sql<number | null>`max(${product.id})` }).from(product);
  return row?.max ?? 0;
}

/** Those of the products that can be bought, with what tells them apart. */
export async function buyableAmong(db: Queryable, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: product.id, family: product.family, categoryId: product.categoryId })
    .from(product)
    .where(and(inArray(product.id, [...ids]), onShow(), eq(product.inStock, true)));
}
