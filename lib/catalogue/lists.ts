import type { Database } from '@/db';
import { countProducts, listCards, type CardFilter } from '@/db/queries/cards';
import { allCategories, categoryBySlug, categoryPictures, productCounts } from '@/db/queries/categories';
import { database } from '@/lib/database';
import { toCard, toCategory, toPicture } from '@/lib/catalogue/cards';
import { Remembered } from '@/lib/catalogue/remembered';
import { searchExpression } from '@/lib/catalogue/search-text';
import type { CategoryWithPicture, ListQuery, Page, ProductCard } from '@/lib/catalogue/types';

/** Up to here products are counted at every call; beyond it the number shown may be a minute old. */
const COUNTED_AFRESH = 10_000;
const MOST_PER_PAGE = 200;

const totals = new Remembered<number>();
const categoryCounts = new Remembered<Map<number, number>>();

/** Every category in menu order, with how many products are in it and the picture of the newest of them. */
export async function listCategories(): Promise<CategoryWithPicture[]> {
  const db = database();
  const categories = await allCategories(db);
  const [counts, pictures] = await Promise.all([
    countsByCategory(db),
    categoryPictures(
      db,
      categories.map((row) => row.id),
    ),
  ]);
  return categories.map((row) => {
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
 * text: what is not a letter or digit only separates words, and with none left it filters nothing.
 */
export async function listProducts(query: ListQuery): Promise<Page<ProductCard>> {
  const db = database();
  const perPage = wholeNumber(query.perPage, 1, MOST_PER_PAGE);
  const page = wholeNumber(query.page, 1, Number.MAX_SAFE_INTEGER / MOST_PER_PAGE);
  const filter = await toFilter(db, query);
  if (!filter) return { items: [], total: 0, page, pageCount: 0 };
  const [total, rows] = await Promise.all([
    totalOf(db, filter),
    listCards(db, filter, query.sort, { offset: (page - 1) * perPage, limit: perPage }),
  ]);
  return { items: rows.map(toCard), total, page, pageCount: Math.ceil(total / perPage) };
}

/** The newest products of the catalogue. */
export async function newestProducts(n: number): Promise<ProductCard[]> {
  const rows = await listCards(database(), {}, 'newest', {
    offset: 0,
    limit: wholeNumber(n, 1, MOST_PER_PAGE),
  });
  return rows.map(toCard);
}

async function toFilter(db: Database, query: ListQuery): Promise<CardFilter | null> {
  const category = query.category === undefined ? undefined : await categoryBySlug(db, query.category);
  if (query.category !== undefined && !category) return null;
  return {
    categoryId: category?.id,
    inStockOnly: query.inStockOnly ?? false,
    search: query.text === undefined ? undefined : searchExpression(query.text),
  };
}

/** Exact while it is cheap; beyond that counted whole once a minute at most. */
async function totalOf(db: Database, filter: CardFilter): Promise<number> {
  const few = await countProducts(db, filter, COUNTED_AFRESH);
  if (few < COUNTED_AFRESH) return few;
  return totals.get(JSON.stringify(filter), () => countProducts(db, filter));
}

async function countsByCategory(db: Database): Promise<Map<number, number>> {
  const few = await countProducts(db, {}, COUNTED_AFRESH);
  return few < COUNTED_AFRESH ? productCounts(db) : categoryCounts.get('all', () => productCounts(db));
}

function wholeNumber(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, Math.trunc(value))) : least;
}
