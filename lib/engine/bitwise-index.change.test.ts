import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BitwiseIndex } from './bitwise-index';
import { ExhaustiveIndex } from './exhaustive-index';
import { apply, KERNELS, someChanges } from './test-support';

describe.each(KERNELS)('changing an index (%s kernel)', (kernel) => {
  test('knows exactly the pictures that were added and not removed', () => {
    fc.assert(
      fc.property(someChanges, (changes) => {
        const index = new BitwiseIndex({ kernel });
        const twin = new ExhaustiveIndex();
        for (const change of changes) for (const each of [index, twin]) apply(change, each);
        expect(index.size).toBe(twin.size);
        for (let id = 0; id <= 61; id++) expect(index.has(id)).toBe(twin.has(id));
      }),
    );
  });

  test('tells whose a picture is, as it stands after the last change', () => {
    const index = new BitwiseIndex({ kernel });
    index.add({ id: 4_000_000_000, owner: 7, topFilters: [1] });
    expect(index.ownerOf(4_000_000_000)).toBe(7);
    index.update({ id: 4_000_000_000, owner: 0, topFilters: [1] });
    expect(index.ownerOf(4_000_000_000)).toBe(0);
    index.remove(4_000_000_000);
    expect(index.ownerOf(4_000_000_000)).toBeUndefined();
  });

  test('remove says whether the picture was there', () => {
    const index = new BitwiseIndex({ kernel });
    index.add({ id: 5, owner: 1, topFilters: [1] });
    expect([index.remove(5), index.remove(5), index.has(5), index.size]).toEqual([true, false, false, 0]);
  });

  test('update replaces filters, owner and tags, leaving none of the old', () => {
    const index = new BitwiseIndex({ kernel });
    index.add({ id: 5, owner: 1, topFilters: [1, 2], tags: ['old', 'both'] });
    index.update({ id: 5, owner: 2, topFilters: [2, 3], tags: ['both', 'new'] });
    for (let id = 10; id < 13; id++) index.add({ id, owner: id, topFilters: [9] });
    const has = (filter: number) => index.narrow([filter], { limit: 1, mode: 'published' }).includes(5);
    expect([has(1), has(2), has(3)]).toEqual([false, true, true]);
    const tagged = (tag: string) => [...index.narrow([2], { where: { every: [tag] } })];
    expect([tagged('old'), tagged('both'), tagged('new')]).toEqual([[], [5], [5]]);
    expect([...index.narrow([2], { excludeOwner: 1 })]).toContain(5);
    expect([...index.narrow([2], { excludeOwner: 2 })]).not.toContain(5);
  });

  test('a slot used again keeps nothing of the picture that was there', () => {
    const index = new BitwiseIndex({ kernel });
    index.add({ id: 1, owner: 1, topFilters: [1, 2, 511], tags: ['inStock'] });
    index.add({ id: 2, owner: 2, topFilters: [1], tags: ['inStock'] });
    index.remove(1);
    index.add({ id: 3, owner: 3, topFilters: [4] });
    expect([...index.narrow([511], { limit: 1, mode: 'published' })]).toEqual([]);
    expect([...index.narrow([1], { where: { every: ['inStock'] } })]).toEqual([2]);
  });

  test('the lowest free slot is taken first, so ties go to the picture that fills it', () => {
    const index = new BitwiseIndex({ kernel });
    for (let id = 1; id <= 4; id++) index.add({ id, owner: id, topFilters: [1] });
    for (const id of [3, 1]) index.remove(id);
    index.add({ id: 8, owner: 8, topFilters: [1] });
    index.add({ id: 9, owner: 9, topFilters: [1] });
    expect([...index.narrow([1])]).toEqual([8, 2, 9, 4]);
    expect([...index.narrow([1], { limit: 2 })]).toEqual([8, 2]);
  });

  test('ids and owners may be any 32-bit number', () => {
    const index = new BitwiseIndex({ kernel });
    const greatest = 2 ** 32 - 1;
    index.add({ id: greatest, owner: greatest, topFilters: [0] });
    index.add({ id: 0, owner: 0, topFilters: [0] });
    expect([...index.narrow([0])]).toEqual([greatest, 0]);
    expect([...index.narrow([0], { excludeOwner: greatest })]).toEqual([0]);
    expect(index.remove(greatest)).toBe(true);
    expect([...index.narrow([0], { excludeOwner: 0 })]).toEqual([]);
  });

  test('later changes of the array that was added change nothing', () => {
    const index = new BitwiseIndex({ kernel });
    const topFilters = [1];
    index.add({ id: 1, owner: 1, topFilters });
    index.add({ id: 2, owner: 2, topFilters: [2] });
    topFilters[0] = 2;
    expect([...index.narrow([1], { limit: 1, mode: 'published' })]).toEqual([1]);
  });
});
