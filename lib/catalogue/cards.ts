import type { CardRow, PictureRow } from '@/db/queries/cards';
import type { Category, LocalizedText, Picture, ProductCard } from '@/lib/catalogue/types';

/** A row of the database as the card that pages show. */
export function toCard(row: CardRow): ProductCard {
  return { ...toCardText(row), picture: toPicture(row.picture) };
}

/** The part of a card that a product's own page shares. */
export function toCardText({
  product,
  category,
  merchant,
}: Omit<CardRow, 'picture'>): Omit<ProductCard, 'picture'> {
  return {
    id: product.id,
    title: { ko: product.titleKo, en: product.titleEn },
    priceKrw: product.priceKrw,
    inStock: product.stock > 0,
    category: toCategory(category),
    merchant: { ko: merchant.nameKo, en: merchant.nameEn },
    rating: product.reviewCount === 0 ? null : product.ratingSum / product.reviewCount,
    reviewCount: product.reviewCount,
  };
}

export function toCategory(row: { id: number; slug: string; titleKo: string; titleEn: string }): Category {
  return { id: row.id, slug: row.slug, title: { ko: row.titleKo, en: row.titleEn } satisfies LocalizedText };
}

export function toPicture(row: PictureRow): Picture {
  return {
    src: pictureAddress(row.sha256),
    width: row.width,
    height: row.height,
    placeholder: row.placeholder,
  };
}

/** Storage folder of a picture's files, by the SHA-256 of its largest copy: `<aa>/<sha256>`. */
export function pictureFolder(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256}`;
}

/** Address of a picture without a size, as pages know it. */
export function pictureAddress(sha256: string): string {
  return `/media/${pictureFolder(sha256)}`;
}
