import { expect, it } from 'vitest';
import { requireAgreement } from './agreement';
import type { MethodTiming } from './timing';

const NAMES = [
  ...['row-scan+in', 'row-scan+union-all', 'row-scan+two-queries'],
  ...['search-file-both', 'search-mysql-both'],
  ...['search-file-intensities', 'search-mysql-intensities', 'search-file-features', 'search-mysql-features'],
];

it('lets methods pass that find the same wherever they must', () => {
  expect(() => requireAgreement(NAMES.map((name) => timing(name, [[1, 2], [3]])))).not.toThrow();
});

it('lets the original and the shop find different products: they narrow in different ways', () => {
  const timings = NAMES.map((name) => timing(name, [[name.startsWith('search') ? 7 : 8]]));
  expect(() => requireAgreement(timings)).not.toThrow();
});

it.each(NAMES)('refuses times of which %s found something else, or in another order', (odd) => {
  const timings = NAMES.map((name) => timing(name, [[1, 2], name === odd ? [4, 3] : [3, 4]]));
  expect(() => requireAgreement(timings)).toThrow(
    /For query 1 the first finds (3,4|4,3), the second (3,4|4,3)/,
  );
});

function timing(method: string, found: number[][]): MethodTiming {
  const spread = { p50Ms: 1, p95Ms: 1, p99Ms: 1, meanMs: 1, spreadMs: [1, 1] as const };
  return { method, ...spread, core: spread, stages: {}, found };
}
