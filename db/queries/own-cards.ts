import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Queryable } from '@/db';
import { pictureColumns } from '@/db/queries/cards';
import { ownedBy, type Scope } from '@/db/queries/scope';
import { merchant, product, productImage } from '@/db/schema';

/** What is shown of the scope's products that have these pictures: the picture itself, and also what is sold out. */
export async function ownCards(db: Queryable, scope: Scope, imageIds: readonly number[]) {
  if (imageIds.length === 0) return [];
  return db
    .select({
      imageId: productImage.id,
      product: {
        id: product.id,
        titleKo: product.titleKo,
        titleEn: product.titleEn,
        stock: product.stock,
      },
      merchant: { nameKo: merchant.nameKo, nameEn: merchant.nameEn },
      picture: pictureColumns,
    })
    .from(productImage)
    .innerJoin(product, eq(product.id, productImage.productId))
    .innerJoin(merchant, eq(merchant.id, product.merchantId))
    .where(
      and(
        inArray(productImage.id, [...imageIds]),
        isNotNull(productImage.position),
        eq(product.listed, true),
        ownedBy(scope, product.merchantId),
      ),
    );
}
