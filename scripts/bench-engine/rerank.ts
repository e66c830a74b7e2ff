import { rankByIntensities, rankByJaccard } from '@/lib/engine';
import type { BenchCatalogue } from '@/scripts/bench/catalogue';
import { K } from './methods';
import { bytewiseJaccard } from './row-scan';
import type { Job } from './timing';

interface Case {
  readonly query: Vectors;
  readonly candidates: readonly (Vectors & { readonly id: number; readonly owner: number })[];
}

interface Vectors {
  readonly featureBits: Uint8Array;
  readonly intensityBytes: Uint8Array;
}

/** Re-ranking the same candidates as the original did, by feature bits, and by intensities. All vectors are in memory. */
export function rerankJobs(
  catalogue: BenchCatalogue,
  asked: readonly number[],
  candidatesOf: (query: number) => Uint32Array,
): Map<string, Job> {
  const vectorsOf = (product: number): Vectors => ({
    featureBits: catalogue.featuresOf(product),
    intensityBytes: catalogue.intensitiesOf(product),
  });
  const cases = asked.map((product, q): Case => ({
    query: vectorsOf(product),
    candidates: Array.from(candidatesOf(q), (id) => ({ id, owner: id, ...vectorsOf(id) })),
  }));
  const job = (rank: (one: Case) => number) => (q: number) => rank(cases[q]!);
  return new Map([
    ['rerank-bytewise', job(bytewiseRanking)],
    ['rerank', job(({ query, candidates }) => rankByJaccard(query.featureBits, candidates, K).length)],
    [
      'rerank-intensities',
      job((one) => rankByIntensities(one.query.intensityBytes, one.candidates, K).length),
    ],
  ]);
}

function bytewiseRanking({ query, candidates }: Case): number {
  const similarities = candidates.map(({ featureBits }) => bytewiseJaccard(query.featureBits, featureBits));
  return similarities.sort((a, b) => b - a).slice(0, K).length;
}
