import { numberedPictures, ownProduct } from '@/db/queries/own-products';
import type { Scope } from '@/lib/auth';
import { isProductId, toPicture } from '@/lib/catalogue';
import { database } from '@/lib/database';
import { toOwnWords } from '@/lib/merchant/products/own-rows';
import type { OwnProduct } from '@/lib/merchant/products/types';

/**
 * A product in the scope with all that can be changed of it. Null if there is none of that number: whether it does not
 * exist, was deleted or is another merchant's is not told.
 */
export async function getOwnProduct(scope: Scope, id: number): Promise<OwnProduct | null> {
  if (!isProductId(id)) return null;
  const db = database();
  const row = await ownProduct(db, scope, id);
  if (!row) return null;
  const pictures = await numberedPictures(db, id);
  const { product, merchant } = row;
  return {
    ...toOwnWords(row),
    merchantId: product.merchantId,
    merchantSlug: merchant.slug,
    family: product.family,
    description: { ko: product.descriptionKo, en: product.descriptionEn },
    pictures: pictures.map((picture) => ({ id: picture.id, ...toPicture(picture) })),
  };
}
