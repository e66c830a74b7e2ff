import type { Database } from '@/db';
import { categoryBySlug } from '@/db/queries/categories';
import type { OwnFilter, OwnText } from '@/db/queries/own-filter';
import {
  countOwn,
  countOwnLooking,
  sortFewOwn,
  walkOwn,
  type OwnKey,
  type OwnOrder,
  type OwnStretch,
} from '@/db/queries/own-list';
import { ownRows } from '@/db/queries/own-products';
import type { Scope } from '@/lib/auth';
import { Remembered, searchWords } from '@/lib/catalogue';
import { database } from '@/lib/database';
import { toOwnRow } from '@/lib/merchant/products/own-rows';
import { pageMark, readPageMark } from '@/lib/merchant/products/page-mark';
import {
  COUNTED,
  LOW_STOCK,
  MOST_STOCK,
  type OwnListQuery,
  type OwnPage,
  type OwnSort,
  type Place,
  type View,
} from '@/lib/merchant/products/types';

const MOST_PER_PAGE = 200;

/** How each sort is read. */
export const ORDER_OF: Record<OwnSort, { readonly order: OwnOrder; readonly descending: boolean }> = {
  newest: { order: 'created', descending: true },
  oldest: { order: 'created', descending: false },
  'price-asc': { order: 'price', descending: false },
  'price-desc': { order: 'price', descending: true },
  'stock-asc': { order: 'stock', descending: false },
  'stock-desc': { order: 'stock', descending: true },
  'sku-asc': { order: 'sku', descending: false },
  'sku-desc': { order: 'sku', descending: true },
};

const LAST_DELETED_FIRST = { order: 'deleted', descending: true } as const;

const STOCKS: Partial<Record<View, NonNullable<OwnFilter['stock']>>> = {
  'in-stock': { from: 1, to: MOST_STOCK },
  low: { from: 1, to: LOW_STOCK },
  'sold-out': { from: 0, to: 0 },
};

const NOTHING: OwnPage = { items: [], total: 0, capped: false, before: null, after: null };

/** Filters that left 10,000 products or more. */
const many = new Remembered<number>();

/**
 * One page of the products in the scope. Pages follow each other by marks and not by numbers, so that page 40,000 costs
 * what page 1 does. A mark that cannot be read, or is another order's, is taken for the start. Up to 10,000 products are
 * counted; of more the page is `capped`.
 */
export async function listProducts(scope: Scope, query: OwnListQuery): Promise<OwnPage> {
  const db = database();
  const filter = await toFilter(db, scope, query);
  if (!filter) return NOTHING;
  const counting = totalOf(db, filter);
  const few = isNarrow(filter) && (await counting) < COUNTED;
  const read = (stretch: OwnStretch) =>
    few ? sortFewOwn(db, filter, stretch, COUNTED) : walkOwn(db, filter, stretch);
  const sorted = query.view === 'deleted' ? LAST_DELETED_FIRST : ORDER_OF[query.sort];
  const [total, stretch] = await Promise.all([counting, stretchAt(read, sorted, query)]);
  const rows = await ownRows(
    db,
    scope,
    stretch.keys.map((key) => key.id),
  );
  const byId = new Map(rows.map((row) => [row.product.id, toOwnRow(row)]));
  const [first, last] = [stretch.keys[0], stretch.keys.at(-1)];
  return {
    items: stretch.keys.flatMap((key) => byId.get(key.id) ?? []),
    total,
    capped: total >= COUNTED,
    before: stretch.moreBefore && first ? pageMark(sorted.order, first) : null,
    after: stretch.moreAfter && last ? pageMark(sorted.order, last) : null,
  };
}

type Sorted = Pick<OwnStretch, 'order' | 'descending'>;
type Read = (stretch: OwnStretch) => Promise<OwnKey[]>;

interface Found {
  readonly keys: readonly OwnKey[];
  readonly moreBefore: boolean;
  readonly moreAfter: boolean;
}

async function stretchAt(read: Read, sorted: Sorted, { place, perPage }: OwnListQuery): Promise<Found> {
  const limit = Math.min(MOST_PER_PAGE, Math.max(1, Math.trunc(perPage) || 1));
  const { backwards, after } = beginning(place, sorted.order);
  if (!backwards) return forwards(read, sorted, limit, after);
  const keys = await read({ order: sorted.order, descending: !sorted.descending, after, limit: limit + 1 });
  // Less than a page before this one: the first page, whole, is what is meant.
  if (keys.length <= limit) return forwards(read, sorted, limit);
  return { keys: keys.slice(0, limit).reverse(), moreBefore: true, moreAfter: after !== undefined };
}

async function forwards(read: Read, sorted: Sorted, limit: number, after?: OwnKey): Promise<Found> {
  const keys = await read({ ...sorted, after, limit: limit + 1 });
  return { keys: keys.slice(0, limit), moreBefore: after !== undefined, moreAfter: keys.length > limit };
}

function beginning(place: Place, order: OwnOrder): { readonly backwards: boolean; readonly after?: OwnKey } {
  if ('from' in place) return { backwards: place.from === 'end' };
  const after = readPageMark(order, 'after' in place ? place.after : place.before);
  return after ? { backwards: 'before' in place, after } : { backwards: false };
}

/** Null: nothing can meet the query. */
async function toFilter(db: Database, scope: Scope, query: OwnListQuery): Promise<OwnFilter | null> {
  const category = query.category === undefined ? undefined : await categoryBySlug(db, query.category);
  if (query.category !== undefined && !category) return null;
  const text = toText(query.text?.trim() ?? '');
  if (text === null) return null;
  const deleted = query.view === 'deleted';
  return { scope, deleted, categoryId: category?.id, stock: STOCKS[query.view], text };
}

/** Undefined: blank, it filters nothing. Null: there is nothing to look for in it. */
function toText(typed: string): OwnText | undefined | null {
  if (typed === '') return undefined;
  const words = searchWords(typed);
  const skuPrefix = /^[\w.-]{1,64}$/.test(typed) ? typed : undefined;
  return words.length > 0 || skuPrefix !== undefined ? { words, skuPrefix } : null;
}

/** Whether the filter leaves a part of what its scope has, or all of it. */
function isNarrow({ categoryId, stock, text }: OwnFilter): boolean {
  return categoryId !== undefined || stock !== undefined || text !== undefined;
}

/** At most 10,000. That there are so many may be a minute old: counting so far is what costs most of a page. */
async function totalOf(db: Database, filter: OwnFilter): Promise<number> {
  const key = JSON.stringify(filter);
  const count = () => (filter.text ? countFound(db, filter) : countOwn(db, filter, COUNTED));
  if (many.has(key)) return many.get(key, count);
  const total = await count();
  if (total >= COUNTED) void many.get(key, () => Promise.resolve(total));
  return total;
}

/**
 * Words are looked for in every product as long as the other conditions leave few; else they come from the full-text index,
 * which first gathers what all merchants have of them.
 */
async function countFound(db: Database, filter: OwnFilter): Promise<number> {
  const unsearched = await countOwn(db, { ...filter, text: undefined }, COUNTED);
  return unsearched < COUNTED ? countOwnLooking(db, filter, COUNTED) : countOwn(db, filter, COUNTED);
}
