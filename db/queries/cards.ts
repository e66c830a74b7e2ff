import { and, asc, desc, eq, inArray, like, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '@/db';
import { onShow } from '@/db/queries/on-show';
import { category, merchant, product, productImage } from '@/db/schema';

export const pictureColumns = {
  sha256: productImage.sha256,
  width: productImage.width,
  height: productImage.height,
  placeholder: productImage.placeholder,
};

/** What a product card needs: the select list of every query that ends in cards. */
export const cardColumns = {
  product: {
    id: product.id,
    titleKo: product.titleKo,
    titleEn: product.titleEn,
    priceKrw: product.priceKrw,
    stock: product.stock,
    reviewCount: product.reviewCount,
    ratingSum: product.ratingSum,
  },
  category: { id: category.id, slug: category.slug, titleKo: category.titleKo, titleEn: category.titleEn },
  merchant: { nameKo: merchant.nameKo, nameEn: merchant.nameEn },
  picture: pictureColumns,
};

export interface CardRow {
  product: {
    id: number;
    titleKo: string;
    titleEn: string;
    priceKrw: number;
    stock: number;
    reviewCount: number;
    ratingSum: number;
  };
  category: { id: number; slug: string; titleKo: string; titleEn: string };
  merchant: { nameKo: string; nameEn: string };
  picture: PictureRow;
}

export interface PictureRow {
  sha256: string;
  width: number;
  height: number;
  placeholder: string;
}

export interface CardFilter {
  readonly categoryId?: number;
  readonly inStockOnly?: boolean;
  /** All of these must be among the product's search words. */
  readonly words?: readonly SearchWord[];
  /** Says that the words are in so many products that walking in order and looking meets enough of them soon. */
  readonly wordsAreCommon?: boolean;
}

/** A token of `search_text`, of 7-bit letters and digits; `prefix`: one that begins so. */
export interface SearchWord {
  readonly token: string;
  readonly prefix: boolean;
}

export type CardOrder = 'newest' | 'price-asc' | 'price-desc' | 'rating';

/**
 * One page of the catalogue. The inner query walks an index that holds every column it needs, however deep the page;
 * only the rows shown are then fetched whole.
 */
export async function listCards(
  db: Queryable,
  filter: CardFilter,
  order: CardOrder,
  range: { readonly offset: number; readonly limit: number },
): Promise<CardRow[]> {
  const page = db
    .select({ id: product.id })
    .from(product)
    .where(matching(filter))
    .orderBy(...ordering(order))
    .limit(range.limit)
    .offset(range.offset)
    .as('page');
  return db
    .select(cardColumns)
    .from(page)
    .innerJoin(product, eq(product.id, page.id))
    .innerJoin(category, eq(category.id, product.categoryId))
    .innerJoin(merchant, eq(merchant.id, product.merchantId))
    .innerJoin(productImage, firstPicture())
    .orderBy(...ordering(order));
}

/** How many products the filter leaves; counting stops at `upTo`, when given. */
export async function countProducts(db: Queryable, filter: CardFilter, upTo?: number): Promise<number> {
  const matches = db.select({ id: product.id }).from(product).where(matching(filter));
  const counted = upTo === undefined ? matches.as('counted') : matches.limit(upTo).as('counted');
  const [row] = await db.select({ total: sql<number>`count(*)`.mapWith(Number) }).from(counted);
  return row?.total ?? 0;
}

/** Cards of the given products that are in the catalogue, in no particular order. */
export async function cardsOf(db: Queryable, ids: readonly number[]): Promise<CardRow[]> {
  if (ids.length === 0) return [];
  return db
    .select(cardColumns)
    .from(product)
    .innerJoin(category, eq(category.id, product.categoryId))
    .innerJoin(merchant, eq(merchant.id, product.merchantId))
    .innerJoin(productImage, firstPicture())
    .where(and(inArray(product.id, [...ids]), onShow()));
}

/** The join that finds the picture on the card. */
export function firstPicture(): SQL | undefined {
  return and(eq(productImage.productId, product.id), eq(productImage.position, 0));
}

function matching(filter: CardFilter): SQL | undefined {
  return and(
    onShow(),
    filter.categoryId === undefined ? undefined : eq(product.categoryId, filter.categoryId),
    filter.inStockOnly ? eq(product.inStock, true) : undefined,
    ...havingWords(filter),
  );
}

/**
 * Rare words are found by the full-text index. Common ones are not: it would gather and sort every match to show one
 * page, seconds at a million. Looking into the text of each product in the order asked for meets a page of them at once.
 */
export function havingWords({ words = [], wordsAreCommon }: CardFilter): SQL[] {
  if (words.length === 0) return [];
  if (wordsAreCommon) {
    return words.map(({ token, prefix }) => like(spacedText, prefix ? `% ${token}%` : `% ${token} %`));
  }
  const expression = words.map(({ token, prefix }) => `+${token}${prefix ? '*' : ''}`).join(' ');
  return [sql`match (${product.searchText}) against (${expression} in boolean mode)`];
}

const spacedText = sql`concat(' ', ${product.searchText}, ' ')`;

/** Ties by id in the direction of the index, so that the server can read it forwards or backwards. */
function ordering(order: CardOrder): SQL[] {
  switch (order) {
    case 'newest':
      return [desc(product.createdAt), desc(product.id)];
    case 'price-asc':
      return [asc(product.priceKrw), asc(product.id)];
    case 'price-desc':
      return [desc(product.priceKrw), desc(product.id)];
    case 'rating':
      return [desc(product.rating), desc(product.id)];
  }
}
