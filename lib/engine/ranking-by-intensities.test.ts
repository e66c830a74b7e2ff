import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankByIntensities } from './ranking';
import { intensityBytes, KERNELS } from './test-support';
import { INTENSITY_BYTES, type IntensityCandidate, type Match } from './types';

/** Vectors as [filter, byte]: few filters, at the edges of the vectors of the SIMD kernel; some are all zero. */
type Vector = [filter: number, byte: number][];
const vector: fc.Arbitrary<Vector> = fc.uniqueArray(
  fc.tuple(
    fc.constantFrom(0, 1, 7, 8, 15, 16, 500, INTENSITY_BYTES - 1),
    fc.constantFrom(0, 1, 2, 4, 128, 255),
  ),
  { selector: ([filter]) => filter },
);
const someCandidates = fc.uniqueArray(fc.record({ id: fc.nat(40), owner: fc.nat(10), vector }), {
  selector: ({ id }) => id,
  maxLength: 40,
});

/** The definition in whole numbers: cos² = dot² / (|a|²·|b|²), compared by multiplying out. */
function expectedOrder(
  query: Vector,
  candidates: { id: number; owner: number; vector: Vector }[],
  k: number,
) {
  const owners = new Set<number>();
  return candidates
    .map((each) => ({
      ...each,
      dot: dot(query, each.vector) ** 2n,
      norm: dot(each.vector, each.vector) || 1n,
    }))
    .sort((a, b) => Number(b.dot * a.norm - a.dot * b.norm) || a.owner - b.owner || a.id - b.id)
    .filter(({ owner }) => !owners.has(owner) && owners.add(owner))
    .slice(0, k);
}

function dot(a: Vector, b: Vector): bigint {
  const byFilter = new Map(b);
  return a.reduce((sum, [filter, byte]) => sum + BigInt(byte * (byFilter.get(filter) ?? 0)), 0n);
}

function cosine(a: Vector, b: Vector): number {
  const length = (v: Vector) => Math.hypot(...v.map(([, byte]) => byte));
  return length(a) * length(b) === 0 ? 0 : Number(dot(a, b)) / (length(a) * length(b));
}

const candidate = ({
  id,
  owner,
  vector,
}: {
  id: number;
  owner: number;
  vector: Vector;
}): IntensityCandidate => ({
  id,
  owner,
  intensityBytes: intensityBytes(vector),
});
const similarities = (matches: readonly Match[]) => matches.map(({ similarity }) => similarity);

describe.each(KERNELS)('re-ranking by intensities with the %s kernel', (kernel) => {
  test('orders by cosine, ties by owner then id, one result per owner', () => {
    fc.assert(
      fc.property(vector, someCandidates, fc.nat(15), (query, candidates, k) => {
        const ranked = rankByIntensities(intensityBytes(query), candidates.map(candidate), k, { kernel });
        const expected = expectedOrder(query, candidates, k);
        expect(ranked.map(({ id, owner }) => [id, owner])).toEqual(
          expected.map(({ id, owner }) => [id, owner]),
        );
        expected.forEach((each, i) => {
          expect(ranked[i]!.similarity).toBeCloseTo(cosine(query, each.vector), 12);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('two pictures whose intensities differ by a factor are as alike as can be: exactly 1', () => {
    const one = intensityBytes([
      [3, 10],
      [400, 20],
      [401, 30],
    ]);
    const double = intensityBytes([
      [3, 20],
      [400, 40],
      [401, 60],
    ]);
    const ranked = rankByIntensities(one, [{ id: 1, owner: 1, intensityBytes: double }], 1, { kernel });
    expect(similarities(ranked)).toEqual([1]);
  });

  test('the greatest bytes there are do not overflow', () => {
    const full = new Uint8Array(INTENSITY_BYTES).fill(255);
    const half = full.map((byte, i) => (i % 2 === 0 ? byte : 0));
    const candidates = [full, half].map((bytes, id) => ({ id, owner: id, intensityBytes: bytes }));
    expect(similarities(rankByIntensities(full, candidates, 2, { kernel }))).toEqual([1, Math.SQRT1_2]);
  });

  test('a picture without any intensity has similarity 0 to all, itself included', () => {
    const none = { id: 1, owner: 1, intensityBytes: intensityBytes([]) };
    const some = { id: 2, owner: 2, intensityBytes: intensityBytes([[1, 9]]) };
    expect(similarities(rankByIntensities(none.intensityBytes, [none, some], 2, { kernel }))).toEqual([0, 0]);
    expect(similarities(rankByIntensities(some.intensityBytes, [none], 1, { kernel }))).toEqual([0]);
  });

  test('candidates may reuse the array of the query, and rank others while they are fetched', () => {
    const shared = intensityBytes([
      [1, 3],
      [2, 4],
    ]);
    function* fetching() {
      yield { id: 1, owner: 1, intensityBytes: shared };
      shared.set(intensityBytes([[1, 5]]));
      expect(
        similarities(rankByIntensities(shared, [{ id: 9, owner: 9, intensityBytes: shared }], 1, { kernel })),
      ).toEqual([1]);
      yield { id: 2, owner: 2, intensityBytes: shared };
    }
    const [same, other] = rankByIntensities(shared, fetching(), 2, { kernel });
    expect([same?.similarity, other?.id]).toEqual([1, 2]);
    expect(other?.similarity).toBeCloseTo(3 / 5, 12);
  });
});

test('both kernels give the very same numbers', () => {
  const bytes = fc.uint8Array({ minLength: INTENSITY_BYTES, maxLength: INTENSITY_BYTES });
  fc.assert(
    fc.property(bytes, fc.array(bytes, { maxLength: 4 }), (query, vectors) => {
      const candidates = vectors.map((vector, id) => ({ id, owner: id, intensityBytes: vector }));
      const [scalar, simd] = KERNELS.map((kernel) => rankByIntensities(query, candidates, 4, { kernel }));
      expect(simd).toEqual(scalar);
    }),
  );
});
