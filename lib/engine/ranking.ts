import { BestMatches } from './best-matches';
import { JaccardTo } from './jaccard';
import type { KernelName } from './kernels/kernel';
import type { Candidate, Match } from './types';
import { checkCount, checkFeatureBits } from './validation';

/**
 * The k candidates most similar to the query by Jaccard similarity of the feature bits, one per owner (its best
 * picture). Exact; order as `Match` says. `candidates` is walked once and may be lazy.
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
  for (const { id, owner, featureBits } of candidates) {
    checkFeatureBits(featureBits, `picture ${id}`);
    best.offer({ id, owner, similarity: query.similarity(featureBits) });
  }
  return best.list;
}
