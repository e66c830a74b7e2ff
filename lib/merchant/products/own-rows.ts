import type { ownRows } from '@/db/queries/own-products';
import { toCategory, toPicture } from '@/lib/catalogue';
import type { OwnRow } from '@/lib/merchant/products/types';

type ListedRow = Awaited<ReturnType<typeof ownRows>>[number];

/** A row of the database as the table shows it. */
export function toOwnRow({ product, category, merchant, picture }: ListedRow): OwnRow {
  return {
    id: product.id,
    sku: product.sku,
    title: { ko: product.titleKo, en: product.titleEn },
    priceKrw: product.priceKrw,
    stock: product.stock,
    category: toCategory(category),
    merchant: { ko: merchant.nameKo, en: merchant.nameEn },
    picture: picture && toPicture(picture),
    createdAt: product.createdAt,
    deletedAt: product.deletedAt,
  };
}
