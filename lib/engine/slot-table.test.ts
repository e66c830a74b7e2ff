import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SlotTable } from './slot-table';

// Multiples of 2²⁸ share their low bits; consecutive numbers their high ones: both must not hurt.
const number = fc.oneof(
  fc.nat(30),
  fc.nat(15).map((n) => n * 2 ** 28),
  fc.constantFrom(2 ** 32 - 1),
);
const step = fc.oneof(
  fc.tuple(fc.constant('set' as const), number),
  fc.tuple(fc.constant('delete' as const), number),
);

test("behaves as JavaScript's Map does, through growth and deletions in the middle of runs", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 400 }), fc.nat(40), (steps, reserved) => {
      const numbers: number[] = [];
      const ours = new SlotTable((slot) => numbers[slot]!);
      ours.reserve(reserved);
      const theirs = new Map<number, number>();
      for (const [verb, n] of steps) {
        if (verb === 'set') {
          theirs.set(n, numbers.length);
          numbers.push(n);
          ours.set(numbers.length - 1);
        } else {
          theirs.delete(n);
          ours.delete(n);
        }
        expect(ours.size).toBe(theirs.size);
        expect(ours.get(n)).toBe(theirs.get(n) ?? -1);
      }
      for (const [n, slot] of theirs) expect(ours.get(n)).toBe(slot);
    }),
    { numRuns: 300 },
  );
});

test('keeps a hundred thousand numbers, takes half of them out and still has the others', () => {
  const numbers = Array.from({ length: 100_000 }, (_, i) => i * 40_503);
  const table = new SlotTable((slot) => numbers[slot]!);
  numbers.forEach((_, slot) => table.set(slot));
  numbers.forEach((n, slot) => slot % 2 === 0 && table.delete(n));
  expect(table.size).toBe(50_000);
  expect(numbers.every((n, slot) => table.get(n) === (slot % 2 === 0 ? -1 : slot))).toBe(true);
});
