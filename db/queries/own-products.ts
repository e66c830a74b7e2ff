import { and, asc, eq, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import type { Queryable, Transaction } from '@/db';
import { firstPicture, pictureColumns } from '@/db/queries/cards';
import { ownedBy, type Owner } from '@/db/queries/own-filter';
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
  merchant: { slug: merchant.slug, nameKo: merchant.nameKo, nameEn: merchant.nameEn },
};

/** The owner's products of those numbers, deleted ones too, in no particular order. Without a picture yet: null. */
export async function ownRows(db: Queryable, owner: Owner, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .select({ ...rowColumns, picture: pictureColumns })
    .from(product)
    .innerJoin(category, eq(category.id, product.categoryId))
    .innerJoin(merchant, eq(merchant.id, product.merchantId))
    .leftJoin(productImage, firstPicture())
    .where(and(inArray(product.id, [...ids]), ownedBy(owner)));
}

/** The owner's product with all that can be changed of it; undefined if he has none of that number, or deleted it. */
export async function ownProduct(db: Queryable, owner: Owner, id: number) {
  const [row] = await db
    .select({
      product: {
        ...rowColumns.product,
        merchantId: product.merchantId,
        family: product.family,
        descriptionKo: product.descriptionKo,
        descriptionEn: product.descriptionEn,
      },
      category: rowColumns.category,
      merchant: rowColumns.merchant,
    })
    .from(product)
    .innerJoin(category, eq(category.id, product.categoryId))
    .innerJoin(merchant, eq(merchant.id, product.merchantId))
    .where(and(eq(product.id, id), eq(product.listed, true), ownedBy(owner)))
    .limit(1);
  return row;
}

/** The product's pictures with their numbers, in the order they are shown. */
export async function numberedPictures(db: Queryable, productId: number) {
  return db
    .select({ id: productImage.id, ...pictureColumns })
    .from(productImage)
    .where(and(eq(productImage.productId, productId), isNotNull(productImage.position)))
    .orderBy(asc(productImage.position));
}

/**
 * Those of the numbers that are products of the owner and in the catalogue (or deleted), locked until the transaction
 * ends. Locked in the order of their numbers, so that two who change the same ones wait instead of blocking each other.
 */
export async function lockOwn(
  tx: Transaction,
  owner: Owner,
  ids: readonly number[],
  which: 'listed' | 'deleted',
): Promise<{ id: number; stock: number }[]> {
  if (ids.length === 0) return [];
  const state = which === 'listed' ? isNull(product.deletedAt) : isNotNull(product.deletedAt);
  return tx
    .select({ id: product.id, stock: product.stock })
    .from(product)
    .where(and(inArray(product.id, [...ids]), ownedBy(owner), state))
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
