import { z } from 'zod';
import { SORTS, type Sort } from '@/lib/catalogue/types';

/** What Next hands a page as its search params. */
export type RawParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The whole state of the list page; its address is the only place where it is kept. */
export interface ListState {
  readonly category?: string;
  readonly q?: string;
  readonly sort: Sort;
  readonly page: number;
  readonly inStockOnly: boolean;
}

/** Longest trail of products shown above a product page. */
export const TRAIL_LENGTH = 4;

const MAX_QUERY = 80;
const MAX_PAGE = 100_000;
const MAX_ID = 2 ** 32 - 1;

/** Of a part that an address names several times the first counts. */
export const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const count = (max: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,9}$/)
    .transform(Number)
    .pipe(z.number().max(max));

const category = z.preprocess(first, z.string().regex(/^[a-z0-9-]{1,64}$/));
/** Words that somebody searches for, composed and without needless blanks; a blank text is none. */
export const searchedText = z.preprocess(first, z.string().transform(tidy).pipe(z.string().min(1)));
const sort = z.preprocess(first, z.enum(SORTS));
const page = z.preprocess(first, count(MAX_PAGE));
const stock = z.preprocess(first, z.literal('in'));
const id = count(MAX_ID);

/** Reads the list page's address. Whatever cannot be understood falls back to its default; it never throws. */
export function parseListState(params: RawParams): ListState {
  return {
    category: category.safeParse(params.category).data,
    q: searchedText.safeParse(params.q).data,
    sort: sort.safeParse(params.sort).data ?? 'newest',
    page: page.safeParse(params.page).data ?? 1,
    inStockOnly: stock.safeParse(params.stock).success,
  };
}

/** The address of the list in a given state. Defaults are left out, so that one state has one address. */
export function listHref(state: Partial<ListState> = {}): string {
  const params = new URLSearchParams();
  if (state.category) params.set('category', state.category);
  if (state.q) params.set('q', state.q);
  if (state.sort && state.sort !== 'newest') params.set('sort', state.sort);
  if (state.inStockOnly) params.set('stock', 'in');
  if (state.page && state.page > 1) params.set('page', String(state.page));
  const query = params.toString();
  return query ? `/shop/list?${query}` : '/shop/list';
}

/** The same list with something changed; any change but of the page itself starts again at page 1. */
export function changeList(state: ListState, change: Partial<ListState>): string {
  return listHref({ ...state, page: 1, ...change });
}

/** A product's number from its address, or null when it cannot be one. */
export function parseProductId(raw: string): number | null {
  return id.safeParse(raw).data ?? null;
}

/** The products a shopper walked through to come here, oldest first; anything odd in the address is dropped. */
export function parseTrail(params: RawParams): readonly number[] {
  const raw = z.preprocess(first, z.string().max(200)).safeParse(params.via).data ?? '';
  const ids = raw.split('.').map((part) => id.safeParse(part).data);
  return [...new Set(ids.filter((part) => part !== undefined))].slice(-TRAIL_LENGTH);
}

/** The address of a product, with the trail that leads to it. */
export function productHref(productId: number, trail: readonly number[] = []): string {
  const walked = trail.filter((step) => step !== productId).slice(-TRAIL_LENGTH);
  return walked.length > 0
    ? `/shop/detail/${productId}?via=${walked.join('.')}`
    : `/shop/detail/${productId}`;
}

function tidy(value: string): string {
  return value
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_QUERY)
    .trim();
}
