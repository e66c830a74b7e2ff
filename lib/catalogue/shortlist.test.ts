import { expect, it } from 'vitest';
import type { RankedRow } from '@/lib/catalogue/candidate-source';
import { bestOfShortlist } from '@/lib/catalogue/shortlist';
import type { Match } from '@/lib/engine';

const CANDIDATES = 10;
const imageIds = Uint32Array.from({ length: CANDIDATES }, (_, i) => i);

it('asks for the next best by intensities only while too few can be shown, and orders all that were found', async () => {
  const few = await searched({ shown: [0, 1, 2], wanted: 2 });
  expect(few).toEqual({ found: [2, 1], shortlists: [[0, 1, 2]] });
  const more = await searched({ shown: [1, 4, 9], wanted: 2 });
  expect(more).toEqual({
    found: [4, 1],
    shortlists: [
      [0, 1, 2],
      [3, 4, 5],
    ],
  });
  const all = await searched({ shown: [9], wanted: 2 });
  expect(all.found).toEqual([9]);
  expect(all.shortlists.flat()).toEqual([...imageIds]);
});

it('a product that was looked at does not come again when the order changed meanwhile', async () => {
  const { shortlists } = await searched({ shown: [], wanted: 2, later: [9, 8, 7, 0, 1, 2, 3, 4, 5, 6] });
  expect(shortlists).toEqual([[0, 1, 2], [9, 8, 7], [3, 4, 5], [6]]);
});

/** Three at a time; by both similarities a product is the better the greater its number. */
async function searched({
  shown,
  wanted,
  later = [...imageIds],
}: {
  shown: number[];
  wanted: number;
  later?: number[];
}) {
  const shortlists: number[][] = [];
  const found = await bestOfShortlist(
    { imageIds, wanted },
    {
      size: 3,
      byIntensities: async (k) => (k === CANDIDATES ? later : [...imageIds].slice(0, k)).map(match),
      byBoth: async (shortlist, most) => {
        shortlists.push(shortlist.map(({ id }) => id));
        const ids = shortlist.map(({ id }) => id).filter((id) => shown.includes(id));
        return ids
          .sort((a, b) => b - a)
          .slice(0, most)
          .map(rankedRow);
      },
    },
  );
  return { found: found.map(({ row }) => row.imageId), shortlists };
}

function match(id: number): Match {
  return { id, owner: id, similarity: 1 - id / CANDIDATES };
}

function rankedRow(imageId: number): RankedRow {
  return { row: { imageId, product: { id: imageId } } as RankedRow['row'], similarity: imageId / CANDIDATES };
}
