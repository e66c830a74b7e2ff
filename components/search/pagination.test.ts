import { expect, it } from 'vitest';
import { nearbyPages } from '@/components/search/pagination';

it('shows the first, the last and the neighbours of the present page', () => {
  expect(nearbyPages(1, 9)).toEqual([1, 2, null, 9]);
  expect(nearbyPages(5, 9)).toEqual([1, null, 4, 5, 6, null, 9]);
  expect(nearbyPages(9, 9)).toEqual([1, null, 8, 9]);
});

it('writes a single page out instead of leaving it out', () => {
  expect(nearbyPages(4, 9)).toEqual([1, 2, 3, 4, 5, null, 9]);
  expect(nearbyPages(1, 3)).toEqual([1, 2, 3]);
  expect(nearbyPages(1, 1)).toEqual([1]);
});
