import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SORTS } from '@/lib/catalogue/types';
import {
  changeList,
  listHref,
  parseListState,
  parseProductId,
  parseTrail,
  productHref,
  TRAIL_LENGTH,
  type ListState,
  type RawParams,
} from '@/lib/url-state';

const DEFAULT: ListState = { sort: 'newest', page: 1, inStockOnly: false };

describe('list address', () => {
  it('reads every part of the state from the address', () => {
    expect(
      parseListState({ category: 'cup-noodles', q: '매운', sort: 'rating', page: '3', stock: 'in' }),
    ).toEqual({
      category: 'cup-noodles',
      q: '매운',
      sort: 'rating',
      page: 3,
      inStockOnly: true,
    });
  });

  it.each<[string, RawParams]>([
    ['no parameter', {}],
    ['an unknown order', { sort: 'cheapest' }],
    ['page 0', { page: '0' }],
    ['a negative page', { page: '-2' }],
    ['half a page', { page: '1.5' }],
    ['a page in another notation', { page: '1e3' }],
    ['a page past any list', { page: '99999999999' }],
    ['a category that climbs', { category: '../etc' }],
    ['a category of markup', { category: '<script>' }],
    ['an empty search', { q: '' }],
    ['a search of spaces and control characters', { q: ' \u0000\t\n ' }],
    ['another word for in stock', { stock: 'yes' }],
  ])('falls back to the default for %s', (_, params) => {
    expect(parseListState(params)).toEqual(DEFAULT);
  });

  it('takes the first of a repeated parameter', () => {
    expect(parseListState({ sort: ['rating', 'newest'], page: ['2', '9'] })).toMatchObject({
      sort: 'rating',
      page: 2,
    });
  });

  it('joins spaces in the search and cuts it at 80 characters', () => {
    expect(parseListState({ q: '  딸기 \n  우유 ' }).q).toBe('딸기 우유');
    expect(parseListState({ q: 'x'.repeat(500) }).q).toHaveLength(80);
  });

  it('never throws, whatever the address', () => {
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string()), fc.constant(undefined));
    const params = fc.record({
      category: value,
      q: value,
      sort: value,
      page: value,
      stock: value,
      via: value,
    });
    fc.assert(
      fc.property(params, (raw) => {
        const state = parseListState(raw);
        expect(state.page).toBeGreaterThanOrEqual(1);
        expect(parseTrail(raw).length).toBeLessThanOrEqual(TRAIL_LENGTH);
      }),
    );
  });

  it('comes back the same after being printed and read', () => {
    const state = fc.record({
      category: fc.option(fc.stringMatching(/^[a-z0-9-]{1,20}$/), { nil: undefined }),
      q: fc.option(fc.stringMatching(/^[가-힣a-z&=+%#]{1,20}$/), { nil: undefined }),
      sort: fc.constantFrom(...SORTS),
      page: fc.integer({ min: 1, max: 100_000 }),
      inStockOnly: fc.boolean(),
    });
    fc.assert(
      fc.property(state, (given) => {
        const params = Object.fromEntries(new URL(listHref(given), 'http://shop').searchParams);
        expect(parseListState(params)).toEqual(given);
      }),
    );
  });

  it('leaves defaults out, so that one state has one address', () => {
    expect(listHref(DEFAULT)).toBe('/shop/list');
    expect(listHref({ ...DEFAULT, category: 'snacks' })).toBe('/shop/list?category=snacks');
  });

  it('starts again at page 1 when a condition changes, and only the page changes when it is asked for', () => {
    const state: ListState = { ...DEFAULT, category: 'snacks', page: 7 };
    expect(changeList(state, { sort: 'price-asc' })).toBe('/shop/list?category=snacks&sort=price-asc');
    expect(changeList(state, { category: undefined })).toBe('/shop/list');
    expect(changeList(state, { page: 8 })).toBe('/shop/list?category=snacks&page=8');
  });
});

describe('product address', () => {
  it('accepts a product number', () => {
    expect(parseProductId('1')).toBe(1);
    expect(parseProductId('4294967295')).toBe(4_294_967_295);
  });

  it.each(['abc', '', '0', '-1', '01', '1.0', '1e3', ' 1', '4294967296', '12345678901', '1/2'])(
    'refuses %j',
    (raw) => {
      expect(parseProductId(raw)).toBeNull();
    },
  );

  it('keeps the last steps of the trail, each once, without the product itself', () => {
    expect(productHref(5)).toBe('/shop/detail/5');
    expect(productHref(5, [5])).toBe('/shop/detail/5');
    expect(productHref(9, [1, 2, 3, 4, 9, 6])).toBe('/shop/detail/9?via=2.3.4.6');
  });

  it('drops what is no product number from the trail', () => {
    expect(parseTrail({ via: '3.x.-1.7.3' })).toEqual([3, 7]);
    expect(parseTrail({ via: '1.2.3.4.5.6' })).toEqual([3, 4, 5, 6]);
    expect(parseTrail({ via: '1.'.repeat(500) })).toEqual([]);
    expect(parseTrail({})).toEqual([]);
  });
});
