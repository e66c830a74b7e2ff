import { FEATURE_BYTES, type Match } from '@/lib/engine';
import { BestMatches } from '@/lib/engine/best-matches';
import { createKernel } from '@/lib/engine/kernels';
import type { BenchCatalogue } from '@/scripts/bench/catalogue';

const CANDIDATE = 64;

/** The k nearest of each query by feature bits, among all products, the query itself included. One pass over them. */
export function trueNeighbours(catalogue: BenchCatalogue, queries: readonly number[], k: number): number[][] {
  const kernel = createKernel();
  kernel.memory.grow(Math.ceil(((queries.length + 1) * FEATURE_BYTES) / 65_536));
  const bytes = new Uint8Array(kernel.memory.buffer);
  const addressOf = (query: number) => CANDIDATE + (query + 1) * FEATURE_BYTES;
  queries.forEach((product, q) => bytes.set(catalogue.featuresOf(product), addressOf(q)));
  const ones = queries.map((_, q) => kernel.ones(addressOf(q), FEATURE_BYTES));
  const best = queries.map(() => new BestMatches(k));
  const candidate = bytes.subarray(CANDIDATE, CANDIDATE + FEATURE_BYTES);
  for (let id = 0; id < catalogue.size; id++) {
    catalogue.featuresOf(id, candidate);
    const own = kernel.ones(CANDIDATE, FEATURE_BYTES);
    for (let q = 0; q < queries.length; q++) {
      const common = kernel.intersection(addressOf(q), CANDIDATE, FEATURE_BYTES);
      const match: Match = { id, owner: id, similarity: common / (ones[q]! + own - common) };
      best[q]!.offer(match);
    }
  }
  return best.map(({ list }) => list.map(({ id }) => id));
}
