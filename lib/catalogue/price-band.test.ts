import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bandsWithin, isWholeBands, priceBand } from '@/lib/catalogue/price-band';

it.each([
  [0, 0],
  [999, 0],
  [1_000, 1],
  [1_999, 1],
  [2_000, 2],
  [9_999, 5],
  [10_000, 6],
  [14_999, 6],
  [99_999, 11],
  [100_000, 12],
  [999_999, 14],
  [1_000_000, 15],
  [1_000_000_000, 15],
])('a price of %d won is in band %d', (krw, band) => {
  expect(priceBand(krw)).toBe(band);
});

it.each([
  [{ from: 2_000, to: 4_999 }, [2, 3], true],
  [{ from: 2_001, to: 4_999 }, [2, 3], false],
  [{ from: 2_000, to: 5_000 }, [2, 3, 4], false],
  [{ from: 0, to: 999 }, [0], true],
  [{ from: 1_000_000, to: 2 ** 32 - 1 }, [15], true],
  [{ from: 11_000, to: 12_000 }, [6], false],
  [{ from: 12_000, to: 11_000 }, [], false],
])('%j lies in the bands %j, and is whole bands: %j', (range, bands, whole) => {
  expect(bandsWithin(range)).toEqual(bands);
  expect(isWholeBands(range)).toBe(whole);
});

const price = fc.integer({ min: 0, max: 2_000_000 });

it('a price is in a range only if its band is, and in whole bands exactly if its band is', () => {
  fc.assert(
    fc.property(price, price, price, (krw, from, to) => {
      const inside = from <= krw && krw <= to;
      const inBand = bandsWithin({ from, to }).includes(priceBand(krw));
      expect(inside && !inBand).toBe(false);
      if (from <= to && isWholeBands({ from, to })) expect(inBand).toBe(inside);
    }),
    {
      examples: [
        [1_500, 1_000, 1_999],
        [2_000, 1_000, 1_999],
        [999, 1_000, 1_999],
      ],
    },
  );
});

it('the dearer of two prices is never in the lower band', () => {
  fc.assert(
    fc.property(price, price, (a, b) => {
      expect(Math.sign(priceBand(a) - priceBand(b)) * Math.sign(a - b)).toBeGreaterThanOrEqual(0);
    }),
  );
});
