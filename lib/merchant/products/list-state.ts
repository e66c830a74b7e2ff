import { z } from 'zod';
import { OWN_SORTS, VIEWS, type OwnSort, type Place, type View } from '@/lib/merchant/products/types';
import { first, searchedText, type RawParams } from '@/lib/url-state';

export const TABLE_ADDRESS = '/admin/products';

/** The whole state of the merchant's table; its address is the only place where it is kept. */
export interface TableState {
  readonly view: View;
  readonly sort: OwnSort;
  readonly place: Place;
  readonly category?: string;
  readonly q?: string;
  /** Whose products alone, for an admin. */
  readonly merchant?: string;
}

const MAX_MARK = 400;

const slug = z.preprocess(first, z.string().regex(/^[\w.-]{1,64}$/));
const view = z.preprocess(first, z.enum(VIEWS));
const sort = z.preprocess(first, z.enum(OWN_SORTS));
const mark = z.preprocess(
  first,
  z
    .string()
    .regex(/^[\w-]+$/)
    .max(MAX_MARK),
);
const end = z.preprocess(first, z.literal('last'));

/** Reads the table's address. Whatever cannot be understood falls back to its default; it never throws. */
export function parseTableState(params: RawParams): TableState {
  return {
    view: view.safeParse(params.view).data ?? 'all',
    sort: sort.safeParse(params.sort).data ?? 'newest',
    place: parsePlace(params),
    category: slug.safeParse(params.category).data,
    q: searchedText.safeParse(params.q).data,
    merchant: slug.safeParse(params.merchant).data,
  };
}

/** The address of the table in a given state. Defaults are left out, so that one state has one address. */
export function tableHref(state: Partial<TableState> = {}): string {
  const { view: shown = 'all', sort: order = 'newest', place = { from: 'start' } } = state;
  const params = new URLSearchParams();
  if (shown !== 'all') params.set('view', shown);
  if (state.category) params.set('category', state.category);
  if (state.q) params.set('q', state.q);
  if (order !== 'newest') params.set('sort', order);
  if (state.merchant) params.set('merchant', state.merchant);
  if ('after' in place) params.set('after', place.after);
  if ('before' in place) params.set('before', place.before);
  if ('from' in place && place.from === 'end') params.set('at', 'last');
  const query = params.toString();
  return query ? `${TABLE_ADDRESS}?${query}` : TABLE_ADDRESS;
}

/** The same table with something changed; any change but of the place itself starts again at the first page. */
export function changeTable(state: TableState, change: Partial<TableState>): string {
  return tableHref({ ...state, place: { from: 'start' }, ...change });
}

/** Whether the table shows a part of the products only. */
export function isFiltered({ view: shown, category, q, merchant }: TableState): boolean {
  return shown !== 'all' || category !== undefined || q !== undefined || merchant !== undefined;
}

function parsePlace(params: RawParams): Place {
  const after = mark.safeParse(params.after).data;
  if (after !== undefined) return { after };
  const before = mark.safeParse(params.before).data;
  if (before !== undefined) return { before };
  return { from: end.safeParse(params.at).success ? 'end' : 'start' };
}
