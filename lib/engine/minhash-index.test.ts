import { describe, expect, test } from 'vitest';
import { MinHashFamily } from './minhash-family';
import { MinHashIndex } from './minhash-index';
import { featureBits, KERNELS, seededRandom } from './test-support';

/** Two sets of 600 bits with `common` in common, so of Jaccard similarity common / (1200 − common). */
function pair(common: number, seed: number): [Uint8Array, Uint8Array] {
  const random = seededRandom(seed);
  const bits = new Set<number>();
  while (bits.size < 1200 - common) bits.add(Math.floor(random() * 25_088));
  const all = [...bits];
  return [featureBits(all.slice(0, 600)), featureBits(all.slice(600 - common))];
}

describe('a MinHash signature', () => {
  test.each([0, 200, 400, 550])(
    'agrees with another in as many places as the sets are similar (%i common)',
    (common) => {
      const family = new MinHashFamily({ seed: 7 });
      let agreeing = 0;
      const pairs = 20;
      for (let p = 0; p < pairs; p++) {
        const [a, b] = pair(common, p + 1).map((bits) => family.signature(bits)) as [
          Uint32Array,
          Uint32Array,
        ];
        agreeing += a.filter((minimum, i) => minimum === b[i]).length;
      }
      // 10,000 trials: five standard deviations are at most 0.025
      expect(Math.abs(agreeing / (pairs * 500) - common / (1200 - common))).toBeLessThan(0.025);
    },
  );

  test('depends on the seed and on nothing else: two processes with the same seed agree', () => {
    const [bits] = pair(0, 1);
    const keys = (seed: number, kernel?: 'scalar' | 'simd') => new MinHashFamily({ seed, kernel }).keys(bits);
    expect(keys(3, 'scalar')).toEqual(keys(3, 'simd'));
    expect(keys(3)).not.toEqual(keys(4));
    expect([...new MinHashFamily({ hashes: 4, bands: 2, seed: 3 }).keys(featureBits([5, 77]))!])
      .toMatchInlineSnapshot(`
      [
        2785088466,
        156868771,
      ]
    `);
  });
});

test.each([
  [200, 0.2],
  [400, 0.5],
  [550, 0.85],
])('two pictures meet as often as the curve says: %i common bits, similarity about %f', (common) => {
  const bands = 10;
  const pairs = 300;
  const similarity = common / (1200 - common);
  let meeting = 0;
  for (let p = 0; p < pairs; p++) {
    const index = new MinHashIndex({ hashes: 40, bands, seed: p });
    const [one, other] = pair(common, p + 1);
    index.add({ id: 1, owner: 1, topFilters: [1], featureBits: one });
    meeting += index.narrow(other, { atLeast: 0 }).length;
  }
  const expected = 1 - (1 - similarity ** 4) ** bands;
  // five standard deviations of 300 trials, and what there is besides where hardly any meet
  const tolerance = 5 * Math.sqrt((expected * (1 - expected)) / pairs) + 0.005;
  expect(Math.abs(meeting / pairs - expected)).toBeLessThan(tolerance);
});

describe.each(KERNELS)('MinHash index (%s kernel)', (kernel) => {
  test('very similar pictures meet, unrelated ones do not', () => {
    const index = new MinHashIndex({ kernel });
    const [query, twin] = pair(550, 1);
    index.add({ id: 1, owner: 1, topFilters: [1], featureBits: twin });
    for (let id = 2; id < 30; id++)
      index.add({ id, owner: id, topFilters: [1], featureBits: pair(0, id)[0] });
    expect([...index.narrow(query)]).toEqual([1]);
  });

  test('of more than `limit`, those that meet in most bands stay', () => {
    const index = new MinHashIndex({ kernel });
    const [query, alike] = pair(560, 1);
    index.add({ id: 1, owner: 1, topFilters: [1], featureBits: alike });
    index.add({ id: 2, owner: 2, topFilters: [1], featureBits: query });
    expect([...index.narrow(query, { limit: 1 })]).toEqual([2]);
  });

  test('where too few owners meet, others fill up', () => {
    const index = new MinHashIndex({ kernel });
    for (let id = 1; id <= 6; id++) {
      const owner = Math.ceil(id / 2);
      index.add({ id, owner, topFilters: [1], featureBits: pair(0, id)[0] });
    }
    expect([...index.narrow(pair(0, 6)[0], { atLeast: 3 })]).toEqual([1, 3, 6]);
  });

  test('a picture without a bit is in no bucket, and finds none', () => {
    const index = new MinHashIndex({ kernel });
    index.add({ id: 1, owner: 1, topFilters: [1], featureBits: featureBits([]) });
    expect([...index.narrow(featureBits([]), { atLeast: 0 })]).toEqual([]);
    expect(index.remove(1)).toBe(true);
    expect(() => new MinHashFamily({}).signature(featureBits([]))).toThrow('an empty set has no signature');
  });
});

test('options that make no signature are refused', () => {
  expect(() => new MinHashIndex({ hashes: 6 })).toThrow('hashes is 6: expected a multiple of 4');
  expect(() => new MinHashIndex({ bands: 7 })).toThrow('bands is 7: expected a divisor of the 500 hashes');
  expect(() => new MinHashIndex({ seed: -1 })).toThrow('seed is -1: expected a whole number');
  expect(() => new MinHashIndex().add({ id: 1, owner: 1, topFilters: [1] })).toThrow(
    'picture 1 has no feature bits',
  );
});
