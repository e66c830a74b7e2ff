import type { ownProduct, ownRows } from '@/db/queries/own-products';
import { toCategory, toPicture } from '@/lib/catalogue';
import type { OwnRow } from '@/lib/merchant/products/types';

type ListedRow = Awaited<ReturnType<typeof ownRows>>[number];
type WholeRow = NonNullable<Awaited<ReturnType<typeof ownProduct>>>;

/** A row of the database as the table shows it. */
export function toOwnRow(row: ListedRow): OwnRow {
  return {
    ...toOwnWords(row),
    picture: row.picture && toPicture(row.picture),
    deletedAt: row.product.deletedAt,
  };
}

/** The part that the product's own page shares. */
export function toOwnWords({
  product,
  category,
  merchant,
}: Pick<ListedRow | WholeRow, 'product' | 'category' | 'merchant'>): Omit<OwnRow, 'picture' | 'deletedAt'> {
  return {
    id: product.id,
    sku: product.sku,
    title: { ko: product.titleKo, en: product.titleEn },
    priceKrw: product.priceKrw,
    stock: product.stock,
    category: toCategory(category),
    merchant: { ko: merchant.nameKo, en: merchant.nameEn },
    createdAt: product.createdAt,
  };
}
