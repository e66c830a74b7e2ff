import { expect, it } from 'vitest';
import { changeTable, parseTableState, tableHref, type TableState } from '@/lib/merchant/products/list-state';

const PLAIN: TableState = { view: 'all', sort: 'newest', place: { from: 'start' } };

const states: TableState[] = [
  PLAIN,
  { ...PLAIN, view: 'deleted', q: '단팥 & 우유?', category: 'pet' },
  { ...PLAIN, view: 'low', sort: 'sku-desc', merchant: 'a-shop', place: { from: 'end' } },
  { ...PLAIN, sort: 'price-asc', place: { after: 'WyJ4Il0-_' } },
  { ...PLAIN, sort: 'stock-desc', place: { before: 'abc' } },
];

it.each(states)('a state survives its address: %j', (state) => {
  const params = Object.fromEntries(new URL(tableHref(state), 'http://shop').searchParams);
  const read = parseTableState(params);
  expect(read).toEqual({ category: undefined, q: undefined, merchant: undefined, ...state });
});

it('the plain table has the plain address', () => {
  expect(tableHref(PLAIN)).toBe('/admin/products');
});

it.each([
  { view: 'everything', sort: 'colour', at: 'middle', after: 'not a mark', before: '<', category: '../x' },
  { view: ['', 'low'], q: ' \u0000 \n', merchant: "' or 1=1", after: 'A'.repeat(500) },
  { view: '', sort: '', q: '', category: '', merchant: '', at: '', after: '', before: '' },
])('nonsense falls back to the plain table: %j', (params) => {
  expect(parseTableState(params)).toEqual({
    ...PLAIN,
    category: undefined,
    q: undefined,
    merchant: undefined,
  });
});

it('another order or filter begins at the first page, and keeps the rest', () => {
  const state: TableState = { ...PLAIN, q: 'milk', place: { after: 'abc' } };
  expect(changeTable(state, { sort: 'price-asc' })).toBe('/admin/products?q=milk&sort=price-asc');
  expect(changeTable(state, { q: undefined })).toBe('/admin/products');
});
