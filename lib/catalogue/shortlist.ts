import type { Candidates, RankedRow } from '@/lib/catalogue/candidate-source';
import { byOthersThan } from '@/lib/catalogue/further-down';
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
  const first = await byIntensities(least);
  const found = await byBoth(first, wanted);
  if (found.length === wanted || first.length < least) return found;
  const further = (await byIntensities(imageIds.length)).filter(byOthersThan(first));
  for (let from = 0; from < further.length && found.length < wanted; from += least) {
    found.push(...(await byBoth(further.slice(from, from + least), wanted - found.length)));
  }
  return found.sort((a, b) => b.similarity - a.similarity || a.row.product.id - b.row.product.id);
}
