import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '@/db';
import { intensity, product, productImage, signature } from '@/db/schema';

/** Bytes of a signature's 50 filters, of which former versions kept 25, and of the intensities. Others are damaged. */
const ALL_FILTERS_BYTES = 100;
const INTENSITY_BYTES = 512;

export interface UndescribedRow {
  readonly imageId: number;
  readonly productId: number;
  readonly sha256: string;
  readonly width: number;
}

/**
 * Pictures on show that the model has not described, or not whole, by number, from after `afterImageId` on; of these
 * products only, where some are named.
 */
export async function undescribedPictures(
  db: Queryable,
  modelId: string,
  afterImageId: number,
  limit: number,
  productIds?: readonly number[],
): Promise<UndescribedRow[]> {
  const ofProducts = productIds && inArray(productImage.productId, [...productIds]);
  return db
    .select({
      imageId: productImage.id,
      productId: productImage.productId,
      sha256: productImage.sha256,
      width: productImage.width,
    })
    .from(productImage)
    .innerJoin(product, eq(product.id, productImage.productId))
    .leftJoin(signature, and(eq(signature.imageId, productImage.id), eq(signature.modelId, modelId)))
    .leftJoin(intensity, and(eq(intensity.imageId, productImage.id), eq(intensity.modelId, modelId)))
    .where(and(isMissing(), gt(productImage.id, afterImageId), ofProducts))
    .orderBy(asc(productImage.id))
    .limit(limit);
}

/** Those of the pictures that are still on show, locked so until the transaction ends. */
export async function lockShown(tx: Transaction, imageIds: readonly number[]): Promise<Set<number>> {
  if (imageIds.length === 0) return new Set();
  const rows = await tx
    .select({ id: productImage.id })
    .from(productImage)
    .where(and(inArray(productImage.id, [...imageIds]), isNotNull(productImage.position)))
    .for('update');
  return new Set(rows.map((row) => row.id));
}

/** How many pictures on show the model has not described, or not whole. */
export async function countUndescribed(db: Queryable, modelId: string): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(productImage)
    .innerJoin(product, eq(product.id, productImage.productId))
    .leftJoin(signature, and(eq(signature.imageId, productImage.id), eq(signature.modelId, modelId)))
    .leftJoin(intensity, and(eq(intensity.imageId, productImage.id), eq(intensity.modelId, modelId)))
    .where(isMissing());
  return row?.total ?? 0;
}

/** How many pictures are on show. */
export async function countShownPictures(db: Queryable): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(productImage)
    .innerJoin(product, eq(product.id, productImage.productId))
    .where(and(isNotNull(productImage.position), isNull(product.deletedAt)));
  return row?.total ?? 0;
}

/** The greatest number that a picture has been given, 0 if there is none. */
export async function lastPicture(db: Queryable): Promise<number> {
  const [row] = await db
    .select({ last: productImage.id })
    .from(productImage)
    .orderBy(desc(productImage.id))
    .limit(1);
  return row?.last ?? 0;
}

function isMissing() {
  const lacking = or(
    isNull(signature.imageId),
    sql`length(${signature.topFilters}) <> ${ALL_FILTERS_BYTES}`,
    isNull(intensity.imageId),
    sql`length(${intensity.intensities}) <> ${INTENSITY_BYTES}`,
  );
  return and(lacking, isNotNull(productImage.position), isNull(product.deletedAt));
}
