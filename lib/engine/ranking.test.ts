import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ExhaustiveIndex } from './exhaustive-index';
import { rankByJaccard } from './ranking';
import { featureBits, KERNELS } from './test-support';
import { type Candidate, FEATURE_BYTES, type Match } from './types';

const LAST_BIT = FEATURE_BYTES * 8 - 1;
const bitSet = fc.uniqueArray(fc.oneof(fc.nat(8), fc.constantFrom(63, 64, 511, 512, 25_000, LAST_BIT)));
const someCandidates = fc.uniqueArray(fc.record({ id: fc.nat(40), owner: fc.nat(10), bits: bitSet }), {
  selector: ({ id }) => id,
  maxLength: 40,
});

/** The definition, over sets of bit positions. */
function expectedRanking(
  query: number[],
  candidates: { id: number; owner: number; bits: number[] }[],
  k: number,
): Match[] {
  const owners = new Set<number>();
  return candidates
    .map(({ id, owner, bits }) => {
      const common = bits.filter((bit) => query.includes(bit)).length;
      const union = new Set([...bits, ...query]).size;
      return { id, owner, similarity: union === 0 ? 0 : common / union };
    })
    .sort((a, b) => b.similarity - a.similarity || a.owner - b.owner || a.id - b.id)
    .filter(({ owner }) => !owners.has(owner) && owners.add(owner))
    .slice(0, k);
}

function candidate({ id, owner, bits }: { id: number; owner: number; bits: number[] }): Candidate {
  return { id, owner, featureBits: featureBits(bits) };
}

describe.each(KERNELS)('re-ranking with the %s kernel', (kernel) => {
  test('orders by Jaccard similarity, ties by owner then id, one result per owner', () => {
    fc.assert(
      fc.property(bitSet, someCandidates, fc.nat(15), (query, candidates, k) => {
        const ranked = rankByJaccard(featureBits(query), candidates.map(candidate), k, { kernel });
        expect(ranked).toEqual(expectedRanking(query, candidates, k));
      }),
      { numRuns: 500 },
    );
  });

  test('what is skipped by the number of ones changes no result', () => {
    fc.assert(
      fc.property(bitSet, someCandidates, fc.integer({ min: 1, max: 3 }), (query, candidates, k) => {
        const counted = candidates.map((each) => ({ ...candidate(each), ones: each.bits.length }));
        const ranked = rankByJaccard(featureBits(query), counted, k, { kernel });
        expect(ranked).toEqual(expectedRanking(query, candidates, k));
      }),
      { numRuns: 500 },
    );
  });

  test('a candidate that cannot be among the best by its number of ones is not read', () => {
    const first = candidate({ id: 1, owner: 1, bits: [1, 2, 3] });
    const hopeless = {
      id: 2,
      owner: 2,
      ones: 1,
      get featureBits(): Uint8Array {
        throw new Error('was read');
      },
    };
    const ranked = rankByJaccard(featureBits([1, 2, 3, 4]), [first, hopeless], 1, { kernel });
    expect(ranked).toEqual([{ id: 1, owner: 1, similarity: 0.75 }]);
    expect(() => rankByJaccard(featureBits([1, 2, 3, 4]), [first, hopeless], 2, { kernel })).toThrow(
      'was read',
    );
  });

  test('two pictures without a bit have similarity 0', () => {
    const ranked = rankByJaccard(featureBits([]), [{ id: 1, owner: 1, featureBits: featureBits([]) }], 5, {
      kernel,
    });
    expect(ranked).toEqual([{ id: 1, owner: 1, similarity: 0 }]);
  });

  test('two rankings may run at once: candidates that rank others while they are fetched', () => {
    const one = candidate({ id: 1, owner: 1, bits: [1, 2] });
    const other = candidate({ id: 2, owner: 2, bits: [1, 2, 3, 4] });
    function* fetching() {
      yield one;
      rankByJaccard(featureBits([9]), [one], 1, { kernel });
      yield other;
    }
    expect(rankByJaccard(featureBits([1, 2]), fetching(), 2, { kernel }).map((m) => m.similarity)).toEqual([
      1, 0.5,
    ]);
  });

  test('candidates may reuse the array of the query', () => {
    const shared = featureBits([1, 2]);
    function* fetching() {
      yield { id: 1, owner: 1, featureBits: shared };
      shared.set(featureBits([1, 3]));
      yield { id: 2, owner: 2, featureBits: shared };
    }
    expect(rankByJaccard(shared, fetching(), 2, { kernel }).map((m) => m.similarity)).toEqual([1, 1 / 3]);
  });

  test('a ranking whose candidates throw leaves the next one right', () => {
    function* failing(): Generator<Candidate> {
      yield candidate({ id: 1, owner: 1, bits: [1] });
      throw new Error('connection lost');
    }
    expect(() => rankByJaccard(featureBits([1]), failing(), 2, { kernel })).toThrow('connection lost');
    const ranked = rankByJaccard(featureBits([2]), [candidate({ id: 1, owner: 1, bits: [2] })], 2, {
      kernel,
    });
    expect(ranked).toEqual([{ id: 1, owner: 1, similarity: 1 }]);
  });
});

describe('exhaustive search', () => {
  test('finds the picture itself first, and its product only once', () => {
    const index = new ExhaustiveIndex();
    index.add({ id: 1, owner: 7, topFilters: [1], featureBits: featureBits([1, 2, 3]) });
    index.add({ id: 2, owner: 7, topFilters: [1], featureBits: featureBits([1, 2]) });
    index.add({ id: 3, owner: 8, topFilters: [1], featureBits: featureBits([2, 3, 4]), tags: ['inStock'] });
    expect(index.search({ featureBits: featureBits([1, 2, 3]) }, 5)).toEqual([
      { id: 1, owner: 7, similarity: 1 },
      { id: 3, owner: 8, similarity: 0.5 },
    ]);
    expect(
      index.search({ featureBits: featureBits([1]) }, 5, { excludeOwner: 7 }).map(({ id }) => id),
    ).toEqual([3]);
    expect(
      index
        .search({ featureBits: featureBits([1]) }, 5, { where: { none: ['inStock'] } })
        .map(({ id }) => id),
    ).toEqual([2]);
  });
});
