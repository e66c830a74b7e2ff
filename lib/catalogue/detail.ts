import { picturesOf, productDetail, reviewsOf } from '@/db/queries/product-detail';
import { toCardText, toPicture } from '@/lib/catalogue/cards';
import type { ProductDetail, Review } from '@/lib/catalogue/types';
import { database } from '@/lib/database';

const GREATEST_ID = 2 ** 32 - 1;
const MOST_REVIEWS = 200;

/** A product of the catalogue; null if there is none with this number (any number may be asked for). */
export async function getProduct(id: number): Promise<ProductDetail | null> {
  if (!isProductId(id)) return null;
  const db = database();
  const [row, pictures] = await Promise.all([productDetail(db, id), picturesOf(db, id)]);
  if (!row) return null;
  const { product } = row;
  return {
    ...toCardText(row),
    sku: product.sku,
    description: { ko: product.descriptionKo, en: product.descriptionEn },
    stock: product.stock,
    pictures: pictures.map(toPicture),
    family: product.family,
    createdAt: product.createdAt,
  };
}

/** The product's newest reviews, at most `limit`. */
export async function listReviews(productId: number, limit: number): Promise<Review[]> {
  if (!isProductId(productId)) return [];
  const rows = await reviewsOf(database(), productId, Math.min(MOST_REVIEWS, Math.max(0, Math.trunc(limit))));
  return rows.map((row) => ({
    id: row.id,
    author: row.author,
    rating: row.rating,
    text: { ko: row.textKo, en: row.textEn },
    createdAt: row.createdAt,
  }));
}

/** Whether the number can be a product's at all. */
export function isProductId(id: number): boolean {
  return Number.isInteger(id) && id >= 1 && id <= GREATEST_ID;
}
