import { and, asc, between } from 'drizzle-orm';
import type { Queryable } from '@/db';
import { onShow } from '@/db/queries/on-show';
import { product } from '@/db/schema';

/** Numbers of the products in the catalogue between two numbers, both included: a walk along the primary key. */
export async function listedBetween(db: Queryable, least: number, greatest: number): Promise<number[]> {
  const rows = await db
    .select({ id: product.id })
    .from(product)
    .where(and(between(product.id, least, greatest), onShow()))
    .orderBy(asc(product.id));
  return rows.map((row) => row.id);
}
