import type { Candidates, RankedRow } from '@/lib/catalogue/candidate-source';
import type { Match } from '@/lib/engine';

/** The two steps of ordering by both similarities, wherever what is compared comes from. */
export interface ShortlistSteps {
  /** How many products are compared by both at a time. */
  readonly size: number;
  /** The k candidates most similar by intensities, one per product. */
  byIntensities(k: number): Promise<Match[]>;
  /** Those of the shortlist that can be shown, by both similarities, at most `wanted`. */
  byBoth(shortlist: readonly Match[], wanted: number): Promise<RankedRow[]>;
}

/**
 * The best products by intensities, ordered by both similarities; while too few of them can be shown, the next best by
 * intensities besides. Each product takes part with its best picture by intensities.
 */
export async function bestOfShortlist(
  { imageIds, wanted }: Pick<Candidates, 'imageIds' | 'wanted'>,
  { size, byIntensities, byBoth }: ShortlistSteps,
): Promise<RankedRow[]> {
  const least = Math.max(size, wanted);
  let ordered = await byIntensities(least);
  const found = await byBoth(ordered, wanted);
  if (found.length === wanted || ordered.length < least) return found;
  ordered = await byIntensities(imageIds.length);
  for (let from = least; from < ordered.length && found.length < wanted; from += least) {
    found.push(...(await byBoth(ordered.slice(from, from + least), wanted - found.length)));
  }
  return found.sort((a, b) => b.similarity - a.similarity || a.row.product.id - b.row.product.id);
}
