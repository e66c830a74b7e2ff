import { and, asc, desc, eq, isNotNull } from 'drizzle-orm';
import type { Queryable } from '@/db';
import { pictureColumns, type PictureRow } from '@/db/queries/cards';
import { onShow } from '@/db/queries/on-show';
import { category, merchant, product, productImage, review, type ReviewRow } from '@/db/schema';

const detailColumns = {
  product: {
    id: product.id,
    sku: product.sku,
    family: product.family,
    titleKo: product.titleKo,
    titleEn: product.titleEn,
    descriptionKo: product.descriptionKo,
    descriptionEn: product.descriptionEn,
    priceKrw: product.priceKrw,
    stock: product.stock,
    reviewCount: product.reviewCount,
    ratingSum: product.ratingSum,
    createdAt: product.createdAt,
  },
  category: { id: category.id, slug: category.slug, titleKo: category.titleKo, titleEn: category.titleEn },
  merchant: { nameKo: merchant.nameKo, nameEn: merchant.nameEn },
};

/** A product that shoppers see, with its category and merchant; undefined if there is none, or none with a picture. */
export async function productDetail(db: Queryable, id: number) {
  const [row] = await db
    .select(detailColumns)
    .from(product)
    .innerJoin(category, eq(category.id, product.categoryId))
    .innerJoin(merchant, eq(merchant.id, product.merchantId))
    .where(and(eq(product.id, id), onShow()))
    .limit(1);
  return row;
}

/** The product's pictures, in the order they are shown. */
export async function picturesOf(db: Queryable, productId: number): Promise<PictureRow[]> {
  return db
    .select(pictureColumns)
    .from(productImage)
    .where(and(eq(productImage.productId, productId), isNotNull(productImage.position)))
    .orderBy(asc(productImage.position));
}

/** The product's newest reviews. */
export async function reviewsOf(db: Queryable, productId: number, limit: number): Promise<ReviewRow[]> {
  return db
    .select()
    .from(review)
    .where(eq(review.productId, productId))
    .orderBy(desc(review.createdAt), desc(review.id))
    .limit(limit);
}

/** The products with this sku, deleted or not, each with its merchant: a merchant has one at most. */
export async function productsBySku(
  db: Queryable,
  sku: string,
): Promise<{ id: number; merchantSlug: string }[]> {
  return db
    .select({ id: product.id, merchantSlug: merchant.slug })
    .from(product)
    .innerJoin(merchant, eq(merchant.id, product.merchantId))
    .where(eq(product.sku, sku))
    .orderBy(asc(merchant.slug));
}
