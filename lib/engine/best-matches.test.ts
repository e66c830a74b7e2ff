import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BestMatches, bestMatches } from './best-matches';
import type { Match } from './types';

const match: fc.Arbitrary<Match> = fc.record({
  id: fc.nat(5_000),
  owner: fc.nat(400),
  similarity: fc.nat(20).map((n) => n / 20),
});

test('however many are asked for, the best of each owner come in the same order', () => {
  const offers = fc.array(match, { minLength: 300, maxLength: 900, size: 'max' });
  fc.assert(
    fc.property(offers, fc.integer({ min: 256, max: 420 }), (matches, k) => {
      const [few, many] = [new BestMatches(k), bestMatches(k)];
      for (const one of matches) {
        few.offer(one);
        many.offer(one);
      }
      expect(many).not.toBeInstanceOf(BestMatches);
      expect(many.list).toEqual(few.list);
    }),
    { numRuns: 40 },
  );
});

test('thousands out of thousands are not compared each with each', () => {
  const n = 4_000;
  let looks = 0;
  const best = bestMatches(n);
  for (let id = 0; id < n; id++) {
    best.offer({
      id,
      owner: id,
      get similarity() {
        looks++;
        return ((id * 2_654_435_761) % 2 ** 32) / 2 ** 32;
      },
    });
  }
  expect(best.list).toHaveLength(n);
  expect(looks).toBeLessThan(n * 100);
});
