import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberMap } from './number-map';

// Multiples of 2²⁸ share their low bits; consecutive numbers their high ones: both must not hurt.
const key = fc.oneof(
  fc.nat(30),
  fc.nat(15).map((n) => n * 2 ** 28),
  fc.constantFrom(2 ** 32 - 1),
);
const step = fc.oneof(
  fc.tuple(fc.constant('set' as const), key, fc.nat(1000)),
  fc.tuple(fc.constant('delete' as const), key, fc.constant(0)),
);

test("behaves as JavaScript's Map does, through growth and deletions in the middle of runs", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
      const ours = new NumberMap();
      const theirs = new Map<number, number>();
      for (const [verb, k, value] of steps) {
        if (verb === 'set') {
          ours.set(k, value);
          theirs.set(k, value);
        } else {
          expect(ours.delete(k)).toBe(theirs.delete(k));
        }
        expect(ours.size).toBe(theirs.size);
        expect(ours.get(k)).toBe(theirs.get(k) ?? -1);
      }
      for (const [k, value] of theirs) expect(ours.get(k)).toBe(value);
    }),
    { numRuns: 300 },
  );
});

test('keeps a hundred thousand keys, takes half of them out and still has the others', () => {
  const map = new NumberMap();
  const keys = Array.from({ length: 100_000 }, (_, i) => i * 40_503);
  keys.forEach((k, i) => map.set(k, i));
  const removed = keys.filter((k, i) => i % 2 === 0 && map.delete(k));
  expect(removed.length).toBe(50_000);
  expect(keys.every((k, i) => map.get(k) === (i % 2 === 0 ? -1 : i))).toBe(true);
});
