import type { PriceRange } from '@/db/queries/similar';

/**
 * Where the bands of prices begin, in won: roughly logarithmic, and at the round sums that price filters are cut at, so
 * that such a filter is met by whole bands. Band 0 is what lies below the first, band 15 what lies above the last.
 */
const EDGES = [
  1_000, 2_000, 3_000, 5_000, 7_000, 10_000, 15_000, 20_000, 30_000, 50_000, 70_000, 100_000, 200_000,
  500_000, 1_000_000,
] as const;

/** The band of a price in won: 0 … 15. A price on an edge is in the band that begins there. */
export function priceBand(krw: number): number {
  const above = EDGES.findIndex((edge) => krw < edge);
  return above === -1 ? EDGES.length : above;
}

/** All that the database can hold. */
export const ANY_PRICE: PriceRange = { from: 0, to: 2 ** 32 - 1 };

/** The bands that have prices of the range; none if it is empty. */
export function bandsWithin({ from, to }: PriceRange): number[] {
  const [first, last] = [priceBand(from), priceBand(to)];
  return from > to ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Whether the range is made of whole bands, so that the band alone tells what is in it. */
export function isWholeBands({ from, to }: PriceRange): boolean {
  return (from <= 0 || begins(from)) && (to >= ANY_PRICE.to || begins(Math.floor(to) + 1));
}

function begins(krw: number): boolean {
  return EDGES.some((edge) => edge === krw);
}
