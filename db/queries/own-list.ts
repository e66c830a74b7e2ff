import { and, asc, desc, eq, gt, lt, or, sql, type Column, type SQL } from 'drizzle-orm';
import { union } from 'drizzle-orm/mysql-core';
import type { Queryable } from '@/db';
import { havingWords, type SearchWord } from '@/db/queries/cards';
import { beginning, havingText, inFilter, type OwnFilter } from '@/db/queries/own-filter';
import type { Scope } from '@/db/queries/scope';
import { product } from '@/db/schema';

export type OwnOrder = 'created' | 'price' | 'stock' | 'sku' | 'deleted';

/** Where a product stands in an order. */
export interface OwnKey {
  readonly value: string | number | Date;
  readonly id: number;
}

export interface OwnStretch {
  readonly order: OwnOrder;
  readonly descending: boolean;
  /** Begins behind this key; without it at the beginning. */
  readonly after?: OwnKey;
  readonly limit: number;
}

/** Per order: its column, and the key that has it sorted for one merchant and for all. */
const ORDERS = {
  created: { column: product.createdAt, own: 'product_merchant_newest', all: 'product_newest' },
  price: { column: product.priceKrw, own: 'product_merchant_price', all: 'product_price' },
  stock: { column: product.stock, own: 'product_merchant_stock', all: 'product_stock' },
  sku: { column: product.sku, own: 'product_merchant_sku', all: 'product_listed_sku' },
  deleted: { column: product.deletedAt, own: 'product_merchant_deleted', all: 'product_deleted' },
} as const satisfies Record<OwnOrder, { column: Column; own: string; all: string }>;

const SHELF = { own: 'product_merchant_shelf', all: 'product_shelf' } as const;

/**
 * A stretch of the table, read along the key that has it sorted: for filters that let many products through, or all.
 * The server reads as many entries as it meets until enough fit, however deep the stretch lies.
 */
export async function walkOwn(db: Queryable, filter: OwnFilter, stretch: OwnStretch): Promise<OwnKey[]> {
  return walkOwnQuery(db, filter, stretch);
}

/** The query behind `walkOwn`, so that a test can ask the server how it would be answered. */
export function walkOwnQuery(db: Queryable, filter: OwnFilter, stretch: OwnStretch) {
  return db
    .select(keyColumns(stretch.order))
    .from(product, { forceIndex: keyInOrder(filter, stretch.order) })
    .where(and(inFilter(filter), havingText(filter.text), behind(stretch)))
    .orderBy(...inOrder(stretch))
    .limit(stretch.limit);
}

/** The same for filters that let few products through: these are gathered by another key, then sorted. */
export async function sortFewOwn(
  db: Queryable,
  filter: OwnFilter,
  stretch: OwnStretch,
  upTo: number,
): Promise<OwnKey[]> {
  const few = fewOwn(db, filter, upTo).as('few');
  return db
    .select(keyColumns(stretch.order))
    .from(few)
    .innerJoin(product, eq(product.id, few.id))
    .where(behind(stretch))
    .orderBy(...inOrder(stretch))
    .limit(stretch.limit);
}

/** How many products pass; counting stops at `upTo`. */
export async function countOwn(db: Queryable, filter: OwnFilter, upTo: number): Promise<number> {
  const [row] = await db
    .select({ total: sql<number>`count(*)`.mapWith(Number) })
    .from(fewOwn(db, filter, upTo).as('counted'));
  return Math.min(upTo, row?.total ?? 0);
}

/** The same by looking into the words of every product that passes the rest: for few products, however common the words. */
export async function countOwnLooking(db: Queryable, filter: OwnFilter, upTo: number): Promise<number> {
  const looked = db
    .select({ id: product.id })
    .from(product, { forceIndex: keyToGather(filter) })
    .where(and(inFilter(filter), havingText(filter.text)))
    .limit(upTo)
    .as('looked');
  const [row] = await db.select({ total: sql<number>`count(*)`.mapWith(Number) }).from(looked);
  return row?.total ?? 0;
}

/** Numbers of the products that pass, at most `upTo` found by each of the ways a text can be meant. */
function fewOwn(db: Queryable, filter: OwnFilter, upTo: number) {
  const { words = [], skuPrefix } = filter.text ?? {};
  if (!filter.text) return gathered(db, filter, keyToGather(filter), undefined, upTo);
  const bySku = skuPrefix && gathered(db, filter, skuKey(filter), beginning(skuPrefix), upTo);
  const byWords = words.length > 0 && havingIndexed(db, filter, words, upTo);
  if (bySku && byWords) return union(bySku, byWords);
  const one = bySku || byWords;
  if (!one) throw new Error('A text to look for has neither words nor the beginning of a sku.');
  return one;
}

function gathered(db: Queryable, filter: OwnFilter, forceIndex: string, also: SQL | undefined, upTo: number) {
  return db
    .select({ id: product.id })
    .from(product, { forceIndex })
    .where(and(inFilter(filter), also))
    .limit(upTo);
}

function havingIndexed(db: Queryable, filter: OwnFilter, words: readonly SearchWord[], upTo: number) {
  return db
    .select({ id: product.id })
    .from(product)
    .where(and(inFilter(filter), ...havingWords({ words })))
    .limit(upTo);
}

/** Said in two parts, which the server takes for two ranges of the key; a comparison of pairs it would not. */
function behind({ order, descending, after }: OwnStretch): SQL | undefined {
  if (!after) return undefined;
  const { column } = ORDERS[order];
  const further = descending ? lt : gt;
  return or(further(column, after.value), and(eq(column, after.value), further(product.id, after.id)));
}

function inOrder({ order, descending }: OwnStretch): SQL[] {
  const direction = descending ? desc : asc;
  return [direction(ORDERS[order].column), direction(product.id)];
}

function keyColumns(order: OwnOrder) {
  const { column } = ORDERS[order];
  return { id: product.id, value: sql<OwnKey['value']>`${column}`.mapWith(column) };
}

function keyInOrder({ scope, categoryId }: OwnFilter, order: OwnOrder): string {
  if (order === 'stock' && categoryId !== undefined) return keyOf(SHELF, scope);
  return keyOf(ORDERS[order], scope);
}

/** The key by which what passes is gathered: the one whose beginning the filter says most of. */
function keyToGather({ scope, deleted, categoryId, stock }: OwnFilter): string {
  if (deleted) return keyOf(ORDERS.deleted, scope);
  if (categoryId !== undefined) return keyOf(SHELF, scope);
  return keyOf(stock ? ORDERS.stock : ORDERS.created, scope);
}

function skuKey({ scope, deleted }: OwnFilter): string {
  return deleted ? keyOf(ORDERS.deleted, scope) : keyOf(ORDERS.sku, scope);
}

function keyOf(keys: { readonly own: string; readonly all: string }, scope: Scope): string {
  return scope === 'all' ? keys.all : keys.own;
}
