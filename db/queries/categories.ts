import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Queryable } from '@/db';
import { firstPicture, pictureColumns, type PictureRow } from '@/db/queries/cards';
import { onShow } from '@/db/queries/on-show';
import { category, merchant, product, productImage, type CategoryRow } from '@/db/schema';

/** Every category, in menu order. */
export async function allCategories(db: Queryable): Promise<CategoryRow[]> {
  return db.select().from(category).orderBy(asc(category.position), asc(category.id));
}

export async function categoryBySlug(db: Queryable, slug: string): Promise<CategoryRow | undefined> {
  const [row] = await db.select().from(category).where(eq(category.slug, slug)).limit(1);
  return row;
}

export async function merchantIdBySlug(db: Queryable, slug: string): Promise<number | undefined> {
  const [row] = await db.select({ id: merchant.id }).from(merchant).where(eq(merchant.slug, slug)).limit(1);
  return row?.id;
}

export async function merchantExists(db: Queryable, id: number): Promise<boolean> {
  const [row] = await db.select({ id: merchant.id }).from(merchant).where(eq(merchant.id, id)).limit(1);
  return row !== undefined;
}

/**
 * Category id → listed products in it; a category without any is not there. Left to itself MariaDB sorts the whole
 * catalogue for this (12 s at a million) instead of walking the index that has it sorted.
 */
export async function productCounts(db: Queryable): Promise<Map<number, number>> {
  const rows = await db
    .select({ categoryId: product.categoryId, count: sql<number>`count(*)`.mapWith(Number) })
    .from(product, { forceIndex: 'product_category_newest' })
    .where(onShow())
    .groupBy(product.categoryId);
  return new Map(rows.map((row) => [row.categoryId, row.count]));
}

/** Category id → the picture of its newest product; a category without any is not there. */
export async function categoryPictures(
  db: Queryable,
  categoryIds: readonly number[],
): Promise<Map<number, PictureRow>> {
  const newest = await Promise.all(categoryIds.map((id) => newestProductOf(db, id)));
  const productIds = newest.filter((id) => id !== undefined);
  if (productIds.length === 0) return new Map();
  const rows = await db
    .select({ categoryId: product.categoryId, picture: pictureColumns })
    .from(product)
    .innerJoin(productImage, firstPicture())
    .where(inArray(product.id, productIds));
  return new Map(rows.map((row) => [row.categoryId, row.picture]));
}

async function newestProductOf(db: Queryable, categoryId: number): Promise<number | undefined> {
  const [row] = await db
    .select({ id: product.id })
    .from(product)
    .where(and(eq(product.categoryId, categoryId), onShow()))
    .orderBy(desc(product.createdAt), desc(product.id))
    .limit(1);
  return row?.id;
}
