import { expect, it } from 'vitest';
import { KnownAbsent } from '@/lib/catalogue/known-absent';

it('what was asked about in vain is known for a minute from the first on, and then asked about again', () => {
  let now = 1_000;
  const absent = new KnownAbsent(() => now);
  absent.add([3]);
  now += 30_000;
  absent.add([4]);
  now += 30_000;
  expect([3, 4, 5].map((id) => absent.has(id))).toEqual([true, true, false]);
  now += 1;
  expect([3, 4].map((id) => absent.has(id))).toEqual([false, false]);
  absent.add([3]);
  now += 60_000;
  expect(absent.has(3)).toBe(true);
});

it('a whole catalogue of absent pictures is not remembered', () => {
  const absent = new KnownAbsent(() => 0);
  absent.add(Array.from({ length: 100_000 }, (_, id) => id));
  expect(absent.has(7)).toBe(true);
  absent.add([100_000]);
  expect(absent.has(7)).toBe(false);
});
