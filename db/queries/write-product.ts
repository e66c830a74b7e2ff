import { and, eq, inArray, isNotNull, isNull, sql, type Column, type SQL } from 'drizzle-orm';
import type { Transaction } from '@/db';
import {
  feature,
  intensity,
  product,
  productImage,
  review,
  signature,
  type FeatureRow,
  type IntensityRow,
  type NewProduct,
  type NewProductImage,
  type NewReview,
  type ProductRow,
  type SignatureRow,
} from '@/db/schema';

/** @returns the new product's number */
export async function insertProduct(tx: Transaction, row: NewProduct): Promise<number> {
  const [inserted] = await tx.insert(product).values(row).$returningId();
  if (!inserted) throw new Error('The server gave no number to the new product.');
  return inserted.id;
}

/** The product, locked until the transaction ends; undefined if there is none or it was deleted. */
export async function lockProduct(tx: Transaction, id: number): Promise<ProductRow | undefined> {
  const [row] = await tx
    .select()
    .from(product)
    .where(and(eq(product.id, id), isNull(product.deletedAt)))
    .for('update');
  return row;
}

/** Locks a product, deleted or not, until the transaction ends. @returns whether there is one */
export async function lockAnyProduct(tx: Transaction, id: number): Promise<boolean> {
  const rows = await tx.select({ id: product.id }).from(product).where(eq(product.id, id)).for('update');
  return rows.length > 0;
}

export async function updateProductRow(
  tx: Transaction,
  id: number,
  change: Partial<NewProduct>,
): Promise<void> {
  await tx.update(product).set(change).where(eq(product.id, id));
}

/** What a model knows of a picture. */
export interface Description {
  readonly signature: Pick<SignatureRow, 'modelId' | 'topFilters'>;
  readonly feature: Pick<FeatureRow, 'featureBits'>;
  readonly intensity: Pick<IntensityRow, 'intensities'>;
}

/** A described picture whose number is not given yet. */
export interface Described extends Description {
  readonly image: Omit<NewProductImage, 'productId' | 'position'>;
}

/** Writes the product's pictures, in the order shown, with all that a model knows of them. */
export async function insertPictures(
  tx: Transaction,
  productId: number,
  pictures: readonly Described[],
): Promise<void> {
  for (const [position, picture] of pictures.entries()) {
    await insertPicture(tx, productId, picture, position);
  }
  if (pictures.length > 0) await updateProductRow(tx, productId, { pictured: true });
}

/**
 * Writes one picture with all that a model knows of it. Without position it is not shown yet.
 * @returns its number
 */
export async function insertPicture(
  tx: Transaction,
  productId: number,
  { image, ...description }: Described,
  position: number | null,
): Promise<number> {
  const [inserted] = await tx
    .insert(productImage)
    .values({ ...image, productId, position })
    .$returningId();
  if (!inserted) throw new Error('The server gave no number to the new picture.');
  await putDescription(tx, productId, inserted.id, description);
  return inserted.id;
}

/**
 * Writes what a model knows of a picture. Top filters replace those of a former version, which kept fewer. Feature bits
 * and intensities that are there whole stay: of one picture and model they never change, so that they may be kept
 * elsewhere. Rows of another length are damaged, and were never used: they are replaced.
 */
export async function putDescription(
  tx: Transaction,
  productId: number,
  imageId: number,
  description: Description,
): Promise<void> {
  const { modelId, topFilters } = description.signature;
  const { featureBits } = description.feature;
  const { intensities } = description.intensity;
  await tx
    .insert(signature)
    .values({ modelId, imageId, productId, topFilters })
    .onDuplicateKeyUpdate({ set: { topFilters } });
  await tx
    .insert(feature)
    .values({ modelId, imageId, featureBits })
    .onDuplicateKeyUpdate({ set: { featureBits: wholeOr(feature.featureBits, featureBits) } });
  await tx
    .insert(intensity)
    .values({ modelId, imageId, intensities })
    .onDuplicateKeyUpdate({ set: { intensities: wholeOr(intensity.intensities, intensities) } });
}

/** What the column holds, if it is as long as it must be; else the given bytes, which are. */
function wholeOr(column: Column, bytes: Uint8Array): SQL {
  return sql`if(length(${column}) = ${bytes.length}, ${column}, ${sql.param(bytes, column)})`;
}

/** Takes the product's pictures out of sight. Their rows stay, without position; what models know of them goes. */
export async function retirePictures(tx: Transaction, productId: number): Promise<void> {
  const shown = await tx
    .select({ id: productImage.id })
    .from(productImage)
    .where(and(eq(productImage.productId, productId), isNotNull(productImage.position)));
  const ids = shown.map((row) => row.id);
  if (ids.length === 0) return;
  await tx.update(productImage).set({ position: null }).where(inArray(productImage.id, ids));
  await tx.delete(feature).where(inArray(feature.imageId, ids));
  await tx.delete(intensity).where(inArray(intensity.imageId, ids));
  await tx.delete(signature).where(inArray(signature.imageId, ids));
}

/** Writes the reviews and adds them to the product's count and sum. */
export async function insertReviews(
  tx: Transaction,
  productId: number,
  rows: readonly Omit<NewReview, 'productId'>[],
): Promise<void> {
  if (rows.length === 0) return;
  const sum = rows.reduce((total, row) => total + row.rating, 0);
  await tx.insert(review).values(rows.map((row) => ({ ...row, productId })));
  await tx
    .update(product)
    .set({
      reviewCount: sql`${product.reviewCount} + ${rows.length}`,
      ratingSum: sql`${product.ratingSum} + ${sum}`,
    })
    .where(eq(product.id, productId));
}
