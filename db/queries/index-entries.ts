import { and, asc, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { Queryable } from '@/db';
import { product, productImage, signature } from '@/db/schema';

/** What the index must know of one picture. */
export interface EntryRow {
  readonly imageId: number;
  readonly productId: number;
  readonly categoryId: number;
  readonly merchantId: number;
  readonly priceKrw: number;
  readonly inStock: boolean | null;
  readonly topFilters: Uint8Array;
}

/**
 * The model's signatures of catalogue products, by picture number, from after `afterImageId` on. Its rows are meant to be
 * taken as the driver gives them, for `entryOf`: Drizzle's own reading costs as much as all the rest of loading.
 */
export function entriesAfter(db: Queryable, modelId: string, afterImageId: number, limit: number) {
  return db
    .select({
      imageId: signature.imageId,
      productId: signature.productId,
      categoryId: product.categoryId,
      merchantId: product.merchantId,
      priceKrw: product.priceKrw,
      inStock: product.inStock,
      topFilters: signature.topFilters,
    })
    .from(signature)
    .innerJoin(product, eq(product.id, signature.productId))
    .where(
      and(eq(signature.modelId, modelId), gt(signature.imageId, afterImageId), isNull(product.deletedAt)),
    )
    .orderBy(asc(signature.imageId))
    .limit(limit);
}

/** One row of `entriesAfter`, in the order of its columns. */
export type RawEntry = [number, number, number, number, number, 0 | 1 | null, Uint8Array];

export function entryOf(row: RawEntry): EntryRow {
  const [imageId, productId, categoryId, merchantId, priceKrw, inStock, topFilters] = row;
  return { imageId, productId, categoryId, merchantId, priceKrw, inStock: inStock === 1, topFilters };
}

/**
 * The greatest picture number with a signature of the model, 0 if none: what loading measures its progress by. Found from
 * the end of the key; its `max` would be looked for in every row, 0.7 s at a million.
 */
export async function lastSignedImage(db: Queryable, modelId: string): Promise<number> {
  const [row] = await db
    .select({ last: signature.imageId })
    .from(signature)
    .where(eq(signature.modelId, modelId))
    .orderBy(desc(signature.imageId))
    .limit(1);
  return row?.last ?? 0;
}

/**
 * Every picture the products ever had, as things stand now. A picture that must not be found (product deleted,
 * picture replaced, no signature of this model) comes with `topFilters: null`.
 */
export async function currentEntries(db: Queryable, modelId: string, productIds: readonly number[]) {
  if (productIds.length === 0) return [];
  return db
    .select({
      imageId: productImage.id,
      productId: productImage.productId,
      categoryId: product.categoryId,
      merchantId: product.merchantId,
      priceKrw: product.priceKrw,
      inStock: product.inStock,
      isShown: sql<boolean>`${product.deletedAt} is null and ${productImage.position} is not null`.mapWith(
        Boolean,
      ),
      topFilters: sql<Uint8Array | null>`case when ${product.deletedAt} is null and ${productImage.position} is not null then ${signature.topFilters} end`,
    })
    .from(productImage)
    .innerJoin(product, eq(product.id, productImage.productId))
    .leftJoin(signature, and(eq(signature.imageId, productImage.id), eq(signature.modelId, modelId)))
    .where(inArray(productImage.productId, [...productIds]));
}
