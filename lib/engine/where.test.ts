// Predicates as the shop asks them, against a catalogue that holds only what meets them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BitwiseIndex } from './bitwise-index';
import { ExhaustiveIndex } from './exhaustive-index';
import { featureBitsOf, MODES, someFilters } from './test-support';
import type { Candidate, Entry, NarrowOptions, Where } from './types';

interface Product {
  readonly isInStock: boolean;
  readonly category: number;
  readonly priceBand: number;
  readonly merchant: number;
  readonly topFilters: number[];
}

const someProducts = fc.array(
  fc.record({
    isInStock: fc.boolean(),
    category: fc.nat(3),
    priceBand: fc.nat(7),
    merchant: fc.nat(3),
    topFilters: someFilters,
  }),
  { maxLength: 80 },
);

const someWish = fc.record({
  categories: fc.uniqueArray(fc.nat(3), { minLength: 1 }),
  from: fc.nat(4),
  to: fc.integer({ min: 3, max: 8 }),
  notOf: fc.nat(3),
});
type Wish = typeof someWish extends fc.Arbitrary<infer T> ? T : never;

/** inStock AND category IN (…) AND price band BETWEEN … AND NOT merchant. */
function whereOf({ categories, from, to, notOf }: Wish): Where {
  const bands = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  return {
    every: ['inStock', categories.map((c) => `category:${c}`), bands.map((band) => `price:${band}`)],
    none: [`merchant:${notOf}`],
  };
}

function meets(product: Product, { categories, from, to, notOf }: Wish): boolean {
  const { isInStock, category, priceBand, merchant } = product;
  return (
    isInStock && categories.includes(category) && priceBand >= from && priceBand <= to && merchant !== notOf
  );
}

function entryOf({ isInStock, category, priceBand, merchant, topFilters }: Product, id: number) {
  const tags = [`category:${category}`, `price:${priceBand}`, `merchant:${merchant}`];
  return {
    id,
    owner: id >> 1,
    topFilters,
    tags: isInStock ? ['inStock', ...tags] : tags,
    featureBits: featureBitsOf(topFilters, id),
  } satisfies Entry & Candidate;
}

const INDEXES = [
  ['bitwise, SIMD', () => new BitwiseIndex({ kernel: 'simd' })],
  ['bitwise, scalar', () => new BitwiseIndex({ kernel: 'scalar' })],
  ['exhaustive', () => new ExhaustiveIndex()],
] as const;

describe.each(INDEXES)('%s', (_, create) => {
  test('a filtered search is as exact as one of a catalogue that holds only what meets the predicates', () => {
    const someOptions = fc.record({
      mode: fc.constantFrom(...MODES),
      limit: fc.integer({ min: 1, max: 30 }),
      weights: fc.constantFrom<'equal' | 'rank'>('equal', 'rank'),
    });
    fc.assert(
      fc.property(someProducts, someWish, someFilters, someOptions, (products, wish, topFilters, options) => {
        const entries = products.map(entryOf);
        const meeting = entries.filter((_, i) => meets(products[i]!, wish));
        const [whole, part] = [create(), create()];
        for (const entry of entries) whole.add(entry);
        for (const entry of meeting) part.add(entry);
        const asked = { topFilters, featureBits: featureBitsOf(topFilters, 999) };
        const fetch = (ids: Uint32Array) => Array.from(ids, (id) => entries[id]!);
        const filtered: NarrowOptions = { ...options, where: whereOf(wish) };
        expect([...whole.narrow(topFilters, filtered)]).toEqual([...part.narrow(topFilters, options)]);
        expect(whole.search(asked, 5, filtered, fetch)).toEqual(part.search(asked, 5, options, fetch));
      }),
      { numRuns: 150 },
    );
  });
});

test('a filtered bitwise search whose limit holds all that meet finds what comparing all of them finds', () => {
  fc.assert(
    fc.property(someProducts, someWish, someFilters, (products, wish, topFilters) => {
      const entries = products.map(entryOf);
      const [bitwise, exhaustive] = [new BitwiseIndex(), new ExhaustiveIndex()];
      for (const entry of entries) for (const index of [bitwise, exhaustive]) index.add(entry);
      const asked = { topFilters, featureBits: featureBitsOf(topFilters, 999) };
      const where = whereOf(wish);
      const found = bitwise.search(asked, 10, { where, limit: 80 }, (ids) =>
        Array.from(ids, (id) => entries[id]!),
      );
      expect(found).toEqual(exhaustive.search(asked, 10, { where }));
    }),
  );
});
