import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BitwiseIndex } from './bitwise-index';
import { ExhaustiveIndex } from './exhaustive-index';
import { BITMAP_WORDS, SLOTS_PER_BLOCK } from './kernels/kernel';
import {
  apply,
  KERNELS,
  MODES,
  randomCatalogue,
  randomFilters,
  seededRandom,
  someChanges,
  someFilters,
  someOptions,
} from './test-support';
import type { NarrowOptions } from './types';

describe.each(KERNELS)('narrowing with the %s kernel', (kernel) => {
  test('gives the candidates of the exhaustive twin, whatever was added, updated and removed before', () => {
    fc.assert(
      fc.property(
        someChanges,
        fc.array(fc.tuple(someFilters, someOptions), { minLength: 1, maxLength: 8 }),
        (changes, queries) => {
          const index = new BitwiseIndex({ kernel });
          const twin = new ExhaustiveIndex();
          for (const change of changes) for (const each of [index, twin]) apply(change, each);
          expect(index.size).toBe(twin.size);
          for (const [filters, options] of queries) {
            expect([...index.narrow(filters, options)]).toEqual([...twin.narrow(filters, options)]);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test('searches between changes do not disturb later ones', () => {
    fc.assert(
      fc.property(someChanges, someFilters, someOptions, (changes, filters, options) => {
        const index = new BitwiseIndex({ kernel });
        const twin = new ExhaustiveIndex();
        for (const change of changes) {
          for (const each of [index, twin]) apply(change, each);
          expect([...index.narrow(filters, options)]).toEqual([...twin.narrow(filters, options)]);
        }
      }),
      { numRuns: 15 },
    );
  });
});

test.each([0, 1, SLOTS_PER_BLOCK - 1, SLOTS_PER_BLOCK, SLOTS_PER_BLOCK + 1])(
  'narrowing agrees with the twin at the edges of a block: %i pictures, some removed and their slots used again',
  (count) => {
    const twin = new ExhaustiveIndex();
    const indexes = KERNELS.map((kernel) => new BitwiseIndex({ kernel }));
    const all = [twin, ...indexes];
    const catalogue = randomCatalogue(count, 7);
    for (const entry of catalogue) for (const each of all) each.add(entry);

    const removed = catalogue.filter((_, i) => i % 9973 === 0 || i === count - 1);
    for (const { id } of removed) for (const each of all) expect(each.remove(id)).toBe(true);
    expectSameCandidates(indexes, twin);

    for (const entry of removed) for (const each of all) each.add({ ...entry, id: entry.id + 1 });
    expectSameCandidates(indexes, twin);
  },
);

test.each(KERNELS)(
  'the progressive AND of many pictures to few gives what one filter at a time gives (%s)',
  (kernel) => {
    const random = seededRandom(13);
    const index = new BitwiseIndex({ kernel });
    const twin = new ExhaustiveIndex();
    const some = () => [0, 1, 2, 3, 4, 5, 6, 511].filter(() => random() < 0.75);
    for (let id = 0; id < 800; id++) {
      const entry = { id, owner: id % 90, topFilters: [7, ...some()], tags: id % 5 === 0 ? [] : ['inStock'] };
      for (const each of [index, twin]) each.add(entry);
    }
    const shuffled = () => [0, 1, 2, 3, 4, 5, 6, 511].sort(() => random() - 0.5);
    for (let query = 0; query < 60; query++) {
      const filters = shuffled().slice(0, 3 + (query % 6));
      for (const mode of MODES) {
        for (const options of [
          { mode, limit: 1 },
          { mode, limit: 3, atLeast: 3 },
          { mode, limit: 2, excludeOwner: query, where: { every: ['inStock'] } },
          { mode, limit: 2, excludeOwner: query },
        ]) {
          expect([...index.narrow(filters, options)]).toEqual([...twin.narrow(filters, options)]);
        }
      }
    }
  },
);

function expectSameCandidates(indexes: readonly BitwiseIndex[], twin: ExhaustiveIndex): void {
  const random = seededRandom(11);
  const where = { every: ['inStock', ['category:1', 'category:2', 'category:3']], none: ['category:3'] };
  for (const mode of MODES) {
    const filters = randomFilters(random);
    for (const options of [
      { mode, atLeast: 12, where, excludeOwner: 4 },
      { mode, weights: 'rank' as const },
      { mode, limit: 20_000, excludeOwner: 4 },
    ]) {
      const expected = [...twin.narrow(filters, options)];
      for (const index of indexes) expect([...index.narrow(filters, options)], mode).toEqual(expected);
    }
  }
}

describe('narrowInto', () => {
  test('writes what narrow returns and says how many', () => {
    const index = new BitwiseIndex();
    for (const entry of randomCatalogue(2000, 3)) index.add(entry);
    const random = seededRandom(5);
    const out = new Uint32Array(300);
    for (const mode of MODES) {
      const filters = randomFilters(random);
      const options: NarrowOptions = { mode, atLeast: 20 };
      const found = index.narrowInto(filters, options, out);
      expect([...out.subarray(0, found)]).toEqual([...index.narrow(filters, options)]);
    }
  });

  test('as published, more than `out` holds may be left: the first are written, all are counted', () => {
    const index = new BitwiseIndex();
    for (let id = 0; id < 10; id++) index.add({ id, owner: id, topFilters: [1] });
    const out = new Uint32Array(4);
    expect(index.narrowInto([1], { mode: 'published', limit: 4 }, out)).toBe(10);
    expect([...out]).toEqual([0, 1, 2, 3]);
  });

  test.each(MODES)('allocates nothing once warm (%s)', (mode) => {
    const index = new BitwiseIndex();
    for (const entry of randomCatalogue(3000, 3)) index.add(entry);
    const filters = randomFilters(seededRandom(5));
    const where = { every: ['inStock'] };
    const options: NarrowOptions = { mode, weights: 'rank', atLeast: 12, where, excludeOwner: 9 };
    const out = new Uint32Array(300);
    const search = (times: number) => {
      const before = process.memoryUsage().heapUsed;
      for (let i = 0; i < times; i++) index.narrowInto(filters, options, out);
      return process.memoryUsage().heapUsed - before;
    };
    search(5000);
    // What else lives in the process allocates now and then; what a search allocates would be there every time.
    const bytes = Array.from({ length: 5 }, () => search(10_000) / 10_000);
    expect(Math.min(...bytes.map(Math.abs))).toBeLessThan(1);
  });
});

describe('the working memory of a search', () => {
  test('is reset on entry: a caller that throws half-way leaves the index intact', () => {
    const index = new BitwiseIndex();
    const twin = new ExhaustiveIndex();
    for (const entry of randomCatalogue(1000, 3)) for (const each of [index, twin]) each.add(entry);
    const where = {
      every: ['inStock'],
      get none(): string[] {
        throw new Error('thrown by the caller');
      },
    };
    const filters = randomFilters(seededRandom(5));
    expect(() => index.narrow(filters, { where })).toThrow('thrown by the caller');
    expect([...index.narrow(filters, { limit: 20 })]).toEqual([...twin.narrow(filters, { limit: 20 })]);
  });

  test('grows with the blocks only: a search after each new block still reads the bitmaps where they are', () => {
    const index = new BitwiseIndex();
    for (let id = 0; id <= 2 * SLOTS_PER_BLOCK; id++) {
      index.add({ id, owner: id, topFilters: [id % BITMAP_WORDS === 0 ? 5 : 6] });
      if (id % SLOTS_PER_BLOCK === 0)
        expect(index.narrow([5]).length).toBe(Math.min(300, 1 + id / BITMAP_WORDS));
    }
  });
});
