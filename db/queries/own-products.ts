import { and, asc, eq, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import type { Queryable, Transaction } from '@/db';
import { firstPicture, pictureColumns } from '@/db/queries/cards';
import { ownedBy, type Scope } from '@/db/queries/scope';
import { category, merchant, product, productImage } from '@/db/schema';

const rowColumns = {
  product: {
    id: product.id,
    sku: product.sku,
    titleKo: product.titleKo,
    titleEn: product.titleEn,
    priceKrw: product.priceKrw,
    stock: product.stock,
    createdAt: product.createdAt,
    deletedAt: product.deletedAt,
  },
  category: { id: category.id, slug: category.slug, titleKo: category.titleKo, titleEn: category.titleEn },
  merchant: { nameKo: merchant.nameKo, nameEn: merchant.nameEn },
  picture: pictureColumns,
};

/** The scope's products of those numbers, deleted ones too, in no particular order. Without a picture yet: null. */
export async function ownRows(db: Queryable, scope: Scope, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .select(rowColumns)
    .from(product)
    .innerJoin(category, eq(category.id, product.categoryId))
    .innerJoin(merchant, eq(merchant.id, product.merchantId))
    .leftJoin(productImage, firstPicture())
    .where(and(inArray(product.id, [...ids]), ownedBy(scope, product.merchantId)));
}

/** Whether the scope has a product of that number, with a picture or without, that was not deleted. */
export async function isOwnProduct(db: Queryable, scope: Scope, id: number): Promise<boolean> {
  const rows = await db
    .select({ id: product.id })
    .from(product)
    .where(and(eq(product.id, id), isNull(product.deletedAt), ownedBy(scope, product.merchantId)));
  return rows.length > 0;
}

/**
 * Those of the numbers that are products in the scope and in the catalogue (or deleted), locked until the transaction
 * ends. Locked in the order of their numbers, so that two who change the same ones wait instead of blocking each other.
 */
export async function lockOwn(
  tx: Transaction,
  scope: Scope,
  ids: readonly number[],
  which: 'listed' | 'deleted',
): Promise<{ id: number; stock: number }[]> {
  if (ids.length === 0) return [];
  const state = which === 'listed' ? isNull(product.deletedAt) : isNotNull(product.deletedAt);
  return tx
    .select({ id: product.id, stock: product.stock })
    .from(product)
    .where(and(inArray(product.id, [...ids]), ownedBy(scope, product.merchantId), state))
    .orderBy(asc(product.id))
    .for('update');
}

/** Sets the stock of each product; the rows must be locked. */
export async function updateStocks(
  tx: Transaction,
  stocks: readonly { readonly id: number; readonly stock: number }[],
): Promise<void> {
  if (stocks.length === 0) return;
  await tx
    .update(product)
    .set({ stock: stockById(stocks) })
    .where(
      inArray(
        product.id,
        stocks.map(({ id }) => id),
      ),
    );
}

/** Takes products out of the catalogue, or with null puts them back; the rows must be locked. */
export async function updateDeletedAt(
  tx: Transaction,
  ids: readonly number[],
  deletedAt: Date | null,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(product)
    .set({ deletedAt })
    .where(inArray(product.id, [...ids]));
}

function stockById(stocks: readonly { readonly id: number; readonly stock: number }[]): SQL {
  const cases = stocks.map(({ id, stock }) => sql`when ${id} then ${stock}`);
  return sql`case ${product.id} ${sql.join(cases, sql` `)} else ${product.stock} end`;
}
