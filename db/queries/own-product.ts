import { and, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '@/db';
import { product, type ProductRow } from '@/db/schema';

/** A product as its merchant has it, with a picture or without; undefined if there is none or it was deleted. */
export async function ownProduct(db: Queryable, id: number): Promise<ProductRow | undefined> {
  const [row] = await db
    .select()
    .from(product)
    .where(and(eq(product.id, id), isNull(product.deletedAt)));
  return row;
}

/** Locks a product, deleted or not, until the transaction ends. @returns whether there is one */
export async function lockAnyProduct(db: Queryable, id: number): Promise<boolean> {
  const rows = await db.select({ id: product.id }).from(product).where(eq(product.id, id)).for('update');
  return rows.length > 0;
}
