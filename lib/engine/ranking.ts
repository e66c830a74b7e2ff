import { BestMatches } from './best-matches';
import { JaccardTo } from './jaccard';
import type { KernelName } from './kernels/kernel';
import type { Candidate, Match } from './types';
import { checkCount, checkFeatureBits } from './validation';

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
  { kernel }: { kernel?: KernelName } = {},
): Match[] {
  checkFeatureBits(queryFeatureBits, 'the query');
  checkCount(k);
  const query = new JaccardTo(queryFeatureBits, kernel);
  const best = new BestMatches(k);
  for (const candidate of candidates) {
    const { id, owner, ones } = candidate;
    if (ones !== undefined && query.bound(ones) < best.threshold) continue;
    const { featureBits } = candidate;
    checkFeatureBits(featureBits, `picture ${id}`);
    const similarity = query.similarity(featureBits, best.threshold);
    if (similarity >= best.threshold) best.offer({ id, owner, similarity });
  }
  return best.list;
}
