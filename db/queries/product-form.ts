import { and, asc, desc, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import type { Queryable } from '@/db';
import { ownedBy, type Scope } from '@/db/queries/scope';
import { category, changeLog, product, productImage } from '@/db/schema';

/** A product's row with its category's slug, as its form shows it; undefined if there is none in the scope. */
export async function productForForm(db: Queryable, scope: Scope, id: number) {
  const [row] = await db
    .select({ product, category: category.slug })
    .from(product)
    .innerJoin(category, eq(category.id, product.categoryId))
    .where(and(eq(product.id, id), isNull(product.deletedAt), ownedBy(scope, product.merchantId)))
    .limit(1);
  return row;
}

/** The pictures shown of a product, with their numbers, in order. */
export async function numberedPictures(db: Queryable, productId: number) {
  return db
    .select({
      id: productImage.id,
      position: productImage.position,
      sha256: productImage.sha256,
      width: productImage.width,
    })
    .from(productImage)
    .where(and(eq(productImage.productId, productId), isNotNull(productImage.position)))
    .orderBy(asc(productImage.position));
}

/** Whether shoppers see a product, and how many are left; undefined if there is none in the scope. */
export async function shelfState(db: Queryable, scope: Scope, id: number) {
  const [row] = await db
    .select({ pictured: product.pictured, stock: product.stock })
    .from(product)
    .where(and(eq(product.id, id), isNull(product.deletedAt), ownedBy(scope, product.merchantId)))
    .limit(1);
  return row;
}

/** Whether the product has changed after this number of the change log. */
export async function changedSince(db: Queryable, id: number, seq: number): Promise<boolean> {
  const rows = await db
    .select({ seq: changeLog.seq })
    .from(changeLog)
    .where(and(gt(changeLog.seq, seq), eq(changeLog.productId, id)))
    .limit(1);
  return rows.length > 0;
}

/** Families of the merchant's newest products: the last `looked` are looked at, whatever there is in all. */
export async function recentFamilies(db: Queryable, merchantId: number, looked: number): Promise<string[]> {
  const rows = await db
    .select({ family: product.family })
    .from(product)
    .where(and(eq(product.merchantId, merchantId), eq(product.listed, true)))
    .orderBy(desc(product.createdAt), desc(product.id))
    .limit(looked);
  return [...new Set(rows.flatMap(({ family }) => family ?? []))].sort();
}
