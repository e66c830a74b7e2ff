/**
 * Precision at k: of the first k results, how many are relevant, out of as many as there could be. Where the gallery
 * has fewer than k relevant pictures, these are the most that can be found, so P@k is 1 for who finds all of them.
 * `relevant` tells it of each result, best first; results that are missing count as wrong. Not defined (NaN) where
 * nothing is relevant: such a query tells nothing about a method.
 */
export function precisionAt(k: number, relevant: readonly boolean[], inGallery: number): number {
  const found = relevant.slice(0, k).filter(Boolean).length;
  return found / Math.min(k, inGallery);
}

/** Share of the true results that were found. Not defined (NaN) where there are none. */
export function recallOf(found: readonly number[], truth: readonly number[]): number {
  const known = new Set(found);
  return truth.filter((one) => known.has(one)).length / truth.length;
}

/** NaN for no numbers. */
export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
