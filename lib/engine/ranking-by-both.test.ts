import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankByBoth } from './ranking';
import { KERNELS } from './test-support';
import { FEATURE_BYTES, type ShortlistedCandidate } from './types';

/** Bits at the edges of the vectors of the SIMD kernel. */
const BITS = [0, 1, 7, 8, 127, 128, 500, FEATURE_BYTES * 8 - 1];
type Bits = number[];
const someBits: fc.Arbitrary<Bits> = fc.subarray(BITS);
const shortlist = fc.uniqueArray(
  fc.record({
    id: fc.nat(40),
    owner: fc.nat(10),
    cosine: fc.constantFrom(0, 0.25, 0.5, 0.75, 1),
    bits: someBits,
  }),
  { selector: ({ id }) => id, maxLength: 40 },
);

describe.each(KERNELS)('re-ranking by both with the %s kernel', (kernel) => {
  test('orders by the mean of cosine and Jaccard, ties by owner then id, one result per owner', () => {
    fc.assert(
      fc.property(someBits, shortlist, fc.nat(15), (query, candidates, k) => {
        const ranked = rankByBoth(bytesOf(query), candidates.map(shortlisted), k, { kernel });
        const owners = new Set<number>();
        const expected = candidates
          .map(({ id, owner, cosine, bits }) => ({
            id,
            owner,
            similarity: (cosine + jaccard(query, bits)) / 2,
          }))
          .sort((a, b) => b.similarity - a.similarity || a.owner - b.owner || a.id - b.id)
          .filter(({ owner }) => !owners.has(owner) && owners.add(owner))
          .slice(0, k);
        expect(ranked).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('neither similarity decides alone', () => {
    const query = [0, 1];
    const [whole, half, none] = [[0, 1], [0], []];
    const candidates = [
      { id: 1, owner: 1, cosine: 0.9, bits: none! },
      { id: 2, owner: 2, cosine: 0.7, bits: half! },
      { id: 3, owner: 3, cosine: 0.1, bits: whole! },
    ];
    const ranked = rankByBoth(bytesOf(query), candidates.map(shortlisted), 3, { kernel });
    expect(ranked.map(({ id }) => id)).toEqual([2, 3, 1]);
  });
});

test('both kernels give the very same numbers', () => {
  const bytes = fc.uint8Array({ minLength: FEATURE_BYTES, maxLength: FEATURE_BYTES });
  const cosine = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(bytes, fc.array(fc.tuple(bytes, cosine), { maxLength: 4 }), (query, vectors) => {
      const candidates = vectors.map(([featureBits, one], id) => ({
        id,
        owner: id,
        cosine: one,
        featureBits,
      }));
      const [scalar, simd] = KERNELS.map((kernel) => rankByBoth(query, candidates, 4, { kernel }));
      expect(simd).toEqual(scalar);
    }),
  );
});

test('feature bits of another size are refused, with the picture', () => {
  const short = { id: 7, owner: 1, cosine: 1, featureBits: new Uint8Array(512) };
  expect(() => rankByBoth(bytesOf([]), [short], 1)).toThrow('picture 7');
});

function shortlisted({ bits, ...candidate }: Omit<ShortlistedCandidate, 'featureBits'> & { bits: Bits }) {
  return { ...candidate, featureBits: bytesOf(bits) };
}

function bytesOf(bits: Bits): Uint8Array {
  const bytes = new Uint8Array(FEATURE_BYTES);
  for (const bit of bits) bytes[bit >> 3]! |= 1 << (bit & 7);
  return bytes;
}

function jaccard(a: Bits, b: Bits): number {
  const union = new Set([...a, ...b]).size;
  return union === 0 ? 0 : a.filter((bit) => b.includes(bit)).length / union;
}
