import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Queryable, Transaction } from '@/db';
import { feature, intensity, product, productImage, signature } from '@/db/schema';

/** Numbers of the product's pictures on show, in order. */
export async function shownPictures(db: Queryable, productId: number): Promise<number[]> {
  const rows = await db
    .select({ id: productImage.id })
    .from(productImage)
    .where(and(eq(productImage.productId, productId), isNotNull(productImage.position)))
    .orderBy(asc(productImage.position));
  return rows.map(({ id }) => id);
}

/**
 * Shows these of the product's pictures, in this order, and no others. Their numbers stay; those that are no longer
 * shown keep their row without position, and what models know of them goes. The product must be locked: with none left it
 * is its merchant's alone.
 */
export async function placePictures(
  tx: Transaction,
  productId: number,
  imageIds: readonly number[],
): Promise<void> {
  const before = await shownPictures(tx, productId);
  await forgetPictures(
    tx,
    before.filter((id) => !imageIds.includes(id)),
  );
  const moved = imageIds.filter((id, position) => before[position] !== id);
  const leaving = before.filter((id, position) => imageIds[position] !== id);
  // First none of them has a place, then each its own: a place has room for one.
  if (leaving.length > 0) {
    await tx.update(productImage).set({ position: null }).where(inArray(productImage.id, leaving));
  }
  for (const id of moved) {
    await tx
      .update(productImage)
      .set({ position: imageIds.indexOf(id) })
      .where(eq(productImage.id, id));
  }
  await tx
    .update(product)
    .set({ pictured: imageIds.length > 0 })
    .where(eq(product.id, productId));
}

async function forgetPictures(tx: Transaction, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const gone = [...ids];
  await tx.delete(feature).where(inArray(feature.imageId, gone));
  await tx.delete(intensity).where(inArray(intensity.imageId, gone));
  await tx.delete(signature).where(inArray(signature.imageId, gone));
}

/**
 * Whether a picture, shown or replaced, has these files. In a repeatable read no other can come to have them until the
 * transaction ends.
 */
export async function lockPictureWithFiles(tx: Transaction, sha256: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: productImage.id })
    .from(productImage)
    .where(eq(productImage.sha256, sha256))
    .limit(1)
    .for('update');
  return row !== undefined;
}
