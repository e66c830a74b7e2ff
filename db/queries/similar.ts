import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/mysql-core';
import type { Queryable } from '@/db';
import { cardColumns, pictureColumns, type CardRow } from '@/db/queries/cards';
import { category, feature, merchant, product, productImage, signature } from '@/db/schema';

/** What a search by a product starts from: the signature of its first picture. */
export async function queryPicture(db: Queryable, modelId: string, productId: number) {
  const [row] = await db
    .select({
      imageId: productImage.id,
      topFilters: signature.topFilters,
      featureBits: feature.featureBits,
    })
    .from(product)
    .innerJoin(productImage, eq(productImage.productId, product.id))
    .innerJoin(signature, and(eq(signature.imageId, productImage.id), eq(signature.modelId, modelId)))
    .innerJoin(feature, and(eq(feature.imageId, productImage.id), eq(feature.modelId, modelId)))
    .where(and(eq(product.id, productId), eq(product.listed, true), isNotNull(productImage.position)))
    .orderBy(asc(productImage.position))
    .limit(1);
  return row;
}

export interface CandidateRow extends CardRow {
  imageId: number;
  featureBits: Uint8Array;
}

/**
 * The candidates' feature bits and all that their cards show, in one join. What was deleted or sold out
 * since the index last heard of it is left out here.
 */
export async function candidateCards(
  db: Queryable,
  modelId: string,
  imageIds: readonly number[],
): Promise<CandidateRow[]> {
  if (imageIds.length === 0) return [];
  const found = alias(productImage, 'found');
  return db
    .select({ imageId: found.id, featureBits: feature.featureBits, ...cardColumns, picture: pictureColumns })
    .from(feature)
    .innerJoin(found, eq(found.id, feature.imageId))
    .innerJoin(product, eq(product.id, found.productId))
    .innerJoin(category, eq(category.id, product.categoryId))
    .innerJoin(merchant, eq(merchant.id, product.merchantId))
    .innerJoin(productImage, and(eq(productImage.productId, product.id), eq(productImage.position, 0)))
    .where(
      and(
        eq(feature.modelId, modelId),
        inArray(feature.imageId, [...imageIds]),
        eq(product.listed, true),
        eq(product.inStock, true),
      ),
    );
}
