import type { Database } from '@/db';
import { countProducts, listCards, type CardFilter } from '@/db/queries/cards';
import { allCategories, categoryBySlug, categoryPictures, productCounts } from '@/db/queries/categories';
import { database } from '@/lib/database';
import { toCard, toCategory, toPicture } from '@/lib/catalogue/cards';
import { Remembered } from '@/lib/catalogue/remembered';
import { searchWords } from '@/lib/catalogue/search-text';
import type {
  Category,
  CategoryWithPicture,
  ListQuery,
  Page,
  ProductCard,
  Sort,
} from '@/lib/catalogue/types';

/**
 * Up to here products are counted at every call. Beyond it, the number of products on a shelf may be a minute old, and
 * a text search says this number, however many more there are.
 */
const COUNTED_AFRESH = 10_000;
const MOST_PER_PAGE = 200;
const GREATEST_PAGE = 1_000_000_000;

const totals = new Remembered<number>();
const categoryCounts = new Remembered<Map<number, number>>();

/** Every category in menu order. */
export async function categories(): Promise<Category[]> {
  return (await allCategories(database())).map(toCategory);
}

/** Every category in menu order, with how many products are in it and the picture of the newest of them. */
export async function listCategories(): Promise<CategoryWithPicture[]> {
  const db = database();
  const rows = await allCategories(db);
  const ids = rows.map((row) => row.id);
  const [counts, pictures] = await Promise.all([countsByCategory(db), categoryPictures(db, ids)]);
  return rows.map((row) => {
    const picture = pictures.get(row.id);
    return {
      ...toCategory(row),
      productCount: counts.get(row.id) ?? 0,
      picture: picture ? toPicture(picture) : null,
    };
  });
}

/**
 * One page of the catalogue. A page beyond the last is empty; an unknown category has no products. `text` is free
 * text: what is not a letter or digit only separates words. Blank, it filters nothing; of anything else without a
 * letter or digit nothing is found. A search that finds 10,000 products or more counts no further and is `capped`.
 */
export async function listProducts(query: ListQuery): Promise<Page<ProductCard>> {
  const db = database();
  const perPage = wholeNumber(query.perPage, 1, MOST_PER_PAGE);
  const page = wholeNumber(query.page, 1, GREATEST_PAGE);
  const filter = await toFilter(db, query);
  if (!filter) return { items: [], total: 0, page, pageCount: 0, capped: false };
  const range = { offset: (page - 1) * perPage, limit: perPage };
  const search = filter.words !== undefined;
  const [total, rows] = search
    ? await searchPage(db, filter, query.sort, range)
    : await Promise.all([totalOf(db, filter), listCards(db, filter, query.sort, range)]);
  return {
    items: rows.map(toCard),
    total,
    page,
    pageCount: Math.ceil(total / perPage),
    capped: search && total >= COUNTED_AFRESH,
  };
}

/** The newest products of the catalogue. */
export async function newestProducts(n: number): Promise<ProductCard[]> {
  const rows = await listCards(database(), {}, 'newest', {
    offset: 0,
    limit: wholeNumber(n, 1, MOST_PER_PAGE),
  });
  return rows.map(toCard);
}

/** Null: nothing can meet the query. */
async function toFilter(db: Database, query: ListQuery): Promise<CardFilter | null> {
  const category = query.category === undefined ? undefined : await categoryBySlug(db, query.category);
  if (query.category !== undefined && !category) return null;
  const text = query.text?.trim() ?? '';
  const words = text === '' ? undefined : searchWords(text);
  if (words?.length === 0) return null;
  return { categoryId: category?.id, inStockOnly: query.inStockOnly ?? false, words };
}

type Range = Parameters<typeof listCards>[3];

/** How common the words are decides how they are looked for; that they are common is remembered. */
async function searchPage(db: Database, filter: CardFilter, sort: Sort, range: Range) {
  const key = JSON.stringify(filter);
  const count = () => countProducts(db, filter, COUNTED_AFRESH);
  const total = await (totals.has(key) ? totals.get(key, count) : count());
  const wordsAreCommon = total >= COUNTED_AFRESH;
  if (wordsAreCommon) void totals.get(key, () => Promise.resolve(total));
  if (range.offset >= total) return [total, []] as const;
  return [total, await listCards(db, { ...filter, wordsAreCommon }, sort, range)] as const;
}

/** Exact while it is cheap; beyond that counted whole once a minute at most. */
async function totalOf(db: Database, filter: CardFilter): Promise<number> {
  const key = JSON.stringify(filter);
  const count = () => countProducts(db, filter);
  if (totals.has(key)) return totals.get(key, count);
  const few = await countProducts(db, filter, COUNTED_AFRESH);
  return few < COUNTED_AFRESH ? few : totals.get(key, count);
}

async function countsByCategory(db: Database): Promise<Map<number, number>> {
  const few = await countProducts(db, {}, COUNTED_AFRESH);
  return few < COUNTED_AFRESH ? productCounts(db) : categoryCounts.get('all', () => productCounts(db));
}

function wholeNumber(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, Math.trunc(value))) : least;
}
