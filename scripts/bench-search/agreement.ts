import type { MethodTiming } from './timing';

/** Methods that differ only in how they come by their data, and so must find the very same products. */
const TWINS = [
  ['row-scan+in', 'row-scan+union-all', 'row-scan+two-queries'],
  ['search-file-both', 'search-mysql-both'],
  ['search-file-intensities', 'search-mysql-intensities'],
  ['search-file-features', 'search-mysql-features'],
];

/** @throws Error naming the first two methods and the query that disagree: their times would mean nothing */
export function requireAgreement(timings: readonly MethodTiming[]): void {
  for (const [first, ...others] of TWINS) {
    for (const other of others) compare(find(timings, first!), find(timings, other));
  }
}

function compare(a: MethodTiming, b: MethodTiming): void {
  const differs = a.found.findIndex((products, q) => products.join() !== b.found[q]?.join());
  if (differs === -1) return;
  throw new Error(
    `${a.method} and ${b.method} should find the same. For query ${differs} the first finds ` +
      `${a.found[differs]!.join()}, the second ${b.found[differs]?.join()}.`,
  );
}

function find(timings: readonly MethodTiming[], method: string): MethodTiming {
  const found = timings.find((timing) => timing.method === method);
  if (!found) throw new Error(`${method} was not measured.`);
  return found;
}
