// Both indexes on small catalogues written out by hand: what the modes mean, not only that two programs agree.
import { describe, expect, test } from 'vitest';
import { BitwiseIndex } from './bitwise-index';
import { ExhaustiveIndex } from './exhaustive-index';
import type { NarrowOptions } from './types';

type Index = BitwiseIndex | ExhaustiveIndex;
const INDEXES = [
  ['bitwise, SIMD', () => new BitwiseIndex({ kernel: 'simd' })],
  ['bitwise, scalar', () => new BitwiseIndex({ kernel: 'scalar' })],
  ['exhaustive', () => new ExhaustiveIndex()],
] as const;

describe.each(INDEXES)('%s', (_, create) => {
  /** One picture per list of filters, ids 0, 1, 2 …; owners as given, else one each. */
  function indexOf(filters: number[][], owners?: number[]): Index {
    const index = create();
    filters.forEach((topFilters, id) => index.add({ id, owner: owners?.[id] ?? id, topFilters }));
    return index;
  }
  const narrow = (index: Index, query: number[], options: NarrowOptions) => [...index.narrow(query, options)];

  test('an empty index has no candidates', () => {
    for (const mode of ['published', 'and', 'overlap'] as const) {
      expect(narrow(create(), [1], { mode, atLeast: 5 })).toEqual([]);
    }
  });

  test('no filter is used while at most `limit` pictures are there', () => {
    expect(narrow(indexOf([[1], [2], [3]]), [1], { limit: 3 })).toEqual([0, 1, 2]);
  });

  test('published: strongest filter first, stopping as soon as few enough are left', () => {
    const index = indexOf([
      [1, 2],
      [1, 3],
      [2, 3],
      [1, 2, 3],
    ]);
    expect(narrow(index, [1, 2, 3], { mode: 'published', limit: 3 })).toEqual([0, 1, 3]);
    expect(narrow(index, [1, 2, 3], { mode: 'published', limit: 2 })).toEqual([0, 3]);
    expect(narrow(index, [1, 2, 3], { mode: 'published', limit: 1 })).toEqual([3]);
  });

  test('published: may overshoot to nothing, or leave more than `limit`', () => {
    const index = indexOf([[1], [1], [1]]);
    expect(narrow(index, [1, 9], { mode: 'published', limit: 2 })).toEqual([]);
    expect(narrow(index, [1], { mode: 'published', limit: 2 })).toEqual([0, 1, 2]);
  });

  test('and: a filter that would break the floor is skipped, and the walk goes on', () => {
    const index = indexOf([[1, 2], [1, 3], [1, 3], [4]]);
    expect(narrow(index, [1, 2, 3], { limit: 2, atLeast: 2 })).toEqual([1, 2]);
  });

  test('and: the floor counts owners, not pictures', () => {
    const index = indexOf(
      [
        [1, 2],
        [1, 2],
        [1, 2],
        [1, 3],
        [1, 3],
      ],
      [7, 7, 7, 8, 9],
    );
    expect(narrow(index, [1, 2, 3], { limit: 3, atLeast: 2 })).toEqual([3, 4]);
  });

  test('and: if the floor leaves more than `limit`, those with most of the filters stay, ties by lower slot', () => {
    const index = indexOf([[1], [1, 2], [1, 3], [1], [1, 2, 4]]);
    expect(narrow(index, [1, 2, 3, 4], { limit: 3, atLeast: 3 })).toEqual([1, 2, 4]);
    expect(narrow(index, [1, 5, 6, 7], { limit: 3, atLeast: 3 })).toEqual([0, 1, 2]);
  });

  test('and: a floor that `where` cannot meet becomes the number of owners there are', () => {
    const index = indexOf([[1], [1, 2], [1, 2], [1, 2]], [5, 6, 6, 6]);
    expect(narrow(index, [1, 2], { limit: 3, atLeast: 3 })).toEqual([0, 1, 2]);
  });

  test('overlap: the most shared filters win, ties by lower slot', () => {
    const index = indexOf([[9], [1], [1, 2], [3, 1, 2], [2, 1]]);
    expect(narrow(index, [1, 2, 3], { mode: 'overlap', limit: 2 })).toEqual([2, 3]);
    expect(narrow(index, [1, 2, 3], { mode: 'overlap', limit: 4 })).toEqual([1, 2, 3, 4]);
  });

  test('overlap: weighted by rank, one filter of the strongest fifth counts as much as four of the weakest', () => {
    const index = indexOf([[3, 4, 5], [2], [1], [2, 3], [1, 5], [5]]);
    // weights 4, 2, 2, 1, 1: the pictures have 4, 2, 4, 4, 5, 1
    const ranked = (limit: number) =>
      narrow(index, [1, 2, 3, 4, 5], { mode: 'overlap', weights: 'rank', limit });
    expect([1, 2, 3, 4, 5].map(ranked)).toEqual([[4], [0, 4], [0, 2, 4], [0, 2, 3, 4], [0, 1, 2, 3, 4]]);
  });

  test('overlap: if the best belong to too few owners, the best picture of each further owner goes in first', () => {
    const index = indexOf([[1, 2], [1, 2], [1, 2], [1], [2], [9]], [7, 7, 7, 8, 9, 10]);
    expect(narrow(index, [1, 2], { mode: 'overlap', limit: 3, atLeast: 1 })).toEqual([0, 1, 2]);
    expect(narrow(index, [1, 2], { mode: 'overlap', limit: 3, atLeast: 2 })).toEqual([0, 1, 3]);
    expect(narrow(index, [1, 2], { mode: 'overlap', limit: 3, atLeast: 3 })).toEqual([0, 3, 4]);
  });

  test('where: every group by any of its tags, none of the forbidden, before anything is counted', () => {
    const index = create();
    const tags = [['inStock', 'a'], ['a'], ['inStock', 'b'], ['inStock', 'c'], ['inStock', 'a', 'old']];
    tags.forEach((own, id) => index.add({ id, owner: id, topFilters: [1], tags: own }));
    const meeting = (where: NarrowOptions['where']) => narrow(index, [1], { where });
    expect(meeting({ every: ['inStock', ['a', 'b']], none: ['old'] })).toEqual([0, 2]);
    expect(meeting({ every: [['c', 'unknown']] })).toEqual([3]);
    expect(meeting({ every: ['unknown'] })).toEqual([]);
    expect(meeting({ every: [[]] })).toEqual([]);
    expect(meeting({ none: ['unknown'] })).toEqual([0, 1, 2, 3, 4]);
  });

  test('excludeOwner: no picture of that owner is a candidate', () => {
    const index = indexOf([[1], [1], [1]], [4, 5, 4]);
    expect(narrow(index, [1], { excludeOwner: 4 })).toEqual([1]);
    expect(narrow(index, [1], { excludeOwner: 99 })).toEqual([0, 1, 2]);
  });
});
