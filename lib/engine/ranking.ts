import { bestMatches } from './best-matches';
import { CosineTo } from './cosine';
import { JaccardTo } from './jaccard';
import type { KernelName } from './kernels/kernel';
import type { Candidate, IntensityCandidate, Match, ShortlistedCandidate } from './types';
import { checkCount, checkFeatureBits, checkIntensities } from './validation';

export interface RankingOptions {
  /** The inner loops to use; without it the fastest that run here. Results do not depend on it. */
  readonly kernel?: KernelName;
}

/**
 * The k candidates most similar to the query by Jaccard similarity of the feature bits, one per owner (its best
 * picture). Exact; order as `Match` says. `candidates` is walked once and may be lazy.
 *
 * |A∧B| ≤ min(|A|, |B|) and |A∨B| ≥ max(|A|, |B|), so the numbers of ones alone bound the similarity. A candidate whose
 * bound is below the k-th best is not compared; one that brings its `ones` is not even read.
 */
export function rankByJaccard(
  queryFeatureBits: Uint8Array,
  candidates: Iterable<Candidate>,
  k: number,
  { kernel }: RankingOptions = {},
): Match[] {
  checkFeatureBits(queryFeatureBits, 'the query');
  checkCount(k);
  const query = new JaccardTo(queryFeatureBits, kernel);
  const best = bestMatches(k);
  for (const candidate of candidates) {
    const { id, owner, ones } = candidate;
    if (ones !== undefined && query.bound(ones) < best.threshold) continue;
    const { featureBits } = candidate;
    checkFeatureBits(featureBits, `picture ${id}`);
    best.offer({ id, owner, similarity: query.similarity(featureBits, best.threshold) });
  }
  return best.list;
}

/**
 * The same by cosine of the intensities: a sixth of the bytes to fetch. The scale of a vector cancels, so each picture
 * may be quantised by its own greatest intensity. Norms say nothing about an angle: every candidate is compared.
 */
export function rankByIntensities(
  queryIntensityBytes: Uint8Array,
  candidates: Iterable<IntensityCandidate>,
  k: number,
  { kernel }: RankingOptions = {},
): Match[] {
  checkIntensities(queryIntensityBytes, 'the query');
  checkCount(k);
  const query = new CosineTo(queryIntensityBytes, kernel);
  const best = bestMatches(k);
  for (const { id, owner, intensityBytes } of candidates) {
    checkIntensities(intensityBytes, `picture ${id}`);
    best.offer({ id, owner, similarity: query.similarity(intensityBytes) });
  }
  return best.list;
}

/**
 * Orders a shortlist made by intensities by the mean of the cosine it was made by and of the Jaccard similarity: the one
 * knows what is to be seen, the other also where. Feature bits are fetched for the few of the shortlist only.
 */
export function rankByBoth(
  queryFeatureBits: Uint8Array,
  shortlist: Iterable<ShortlistedCandidate>,
  k: number,
  { kernel }: RankingOptions = {},
): Match[] {
  checkFeatureBits(queryFeatureBits, 'the query');
  checkCount(k);
  const query = new JaccardTo(queryFeatureBits, kernel);
  const best = bestMatches(k);
  for (const { id, owner, cosine, featureBits } of shortlist) {
    checkFeatureBits(featureBits, `picture ${id}`);
    best.offer({ id, owner, similarity: (cosine + query.similarity(featureBits)) / 2 });
  }
  return best.list;
}
