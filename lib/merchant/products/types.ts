import type { Category, LocalizedText, Picture } from '@/lib/catalogue/types';

/** What the table shows: what is in the catalogue, a part of it by stock, or what was deleted. */
export const VIEWS = ['all', 'in-stock', 'low', 'sold-out', 'deleted'] as const;
export type View = (typeof VIEWS)[number];

export const OWN_SORTS = [
  'newest',
  'oldest',
  'price-asc',
  'price-desc',
  'stock-asc',
  'stock-desc',
  'sku-asc',
  'sku-desc',
] as const;
export type OwnSort = (typeof OWN_SORTS)[number];

/** So many or fewer left is low. */
export const LOW_STOCK = 5;
/** The greatest stock there can be. */
export const MOST_STOCK = 1_000_000_000;
/** Products that one call may change. */
export const MOST_AT_ONCE = 500;
/** Products are counted up to here; of more it is said that there are so many or more. */
export const COUNTED = 10_000;

/** Where a page begins: at either end of the table, or beside a product, by the mark that a page before gave. */
export type Place =
  | { readonly from: 'start' }
  | { readonly from: 'end' }
  | { readonly after: string }
  | { readonly before: string };

export interface OwnListQuery {
  readonly view: View;
  readonly category?: string;
  /** Words of the product, or the beginning of its sku. */
  readonly text?: string;
  /** What was deleted comes last deleted first, whatever is said here. */
  readonly sort: OwnSort;
  readonly place: Place;
  readonly perPage: number;
}

/** A product as its merchant sees it in the table. */
export interface OwnRow {
  readonly id: number;
  readonly sku: string;
  readonly title: LocalizedText;
  readonly priceKrw: number;
  readonly stock: number;
  readonly category: Category;
  readonly merchant: LocalizedText;
  /** Null while no picture of it is ready. */
  readonly picture: Picture | null;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
}

export interface OwnPage {
  readonly items: readonly OwnRow[];
  /** Exact up to 10,000. */
  readonly total: number;
  /** There may be more than `total`. */
  readonly capped: boolean;
  /** Marks for the pages beside this one; null where there is none. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What a change of stock did to a product, so that it can be taken back. */
export interface StockChange {
  readonly id: number;
  readonly before: number;
  readonly after: number;
}

/** `missing`: numbers that name no product of the caller's in that state; nothing was done about them. */
export interface StocksChanged {
  readonly changed: readonly StockChange[];
  readonly missing: readonly number[];
}

export interface ProductsChanged {
  readonly changed: readonly number[];
  readonly missing: readonly number[];
}
