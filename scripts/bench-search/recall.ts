import { FEATURE_BYTES, INTENSITY_BYTES, rankByIntensities, rankByJaccard, type Match } from '@/lib/engine';
import type { BenchCatalogue } from '@/scripts/bench/catalogue';
import type { ShopProducts } from '@/scripts/bench-million/shop-products';
import { K } from './method';

/** Products compared at a time: enough to keep the call cheap, few enough to fit into the processor's cache. */
const BLOCK = 512;

export interface Truth {
  readonly features: readonly (readonly number[])[];
  readonly intensities: readonly (readonly number[])[];
}

/**
 * For each query, the numbers of the ten products in stock that are most like it by feature bits, and by intensities:
 * all products compared, a block at a time.
 */
export function trueNeighbours(
  signatures: BenchCatalogue,
  shop: ShopProducts,
  queries: readonly number[],
): Truth {
  const inStock = (i: number) => shop.product(i).stock > 0;
  const all = { features: queries.map((): Match[] => []), intensities: queries.map((): Match[] => []) };
  const asked = queries.map((id) => ({
    id,
    features: signatures.featuresOf(id - 1).slice(),
    intensities: signatures.intensitiesOf(id - 1).slice(),
  }));
  for (let first = 0; first < signatures.size; first += BLOCK) {
    const block = blockOf(signatures, first, inStock);
    asked.forEach(({ id, features, intensities }, q) => {
      const others = block.filter((each) => each.id !== id);
      all.features[q] = best(all.features[q]!, rankByJaccard(features, others, K));
      all.intensities[q] = best(all.intensities[q]!, rankByIntensities(intensities, others, K));
    });
  }
  const ids = (matches: readonly Match[]) => matches.map((match) => match.id);
  return { features: all.features.map(ids), intensities: all.intensities.map(ids) };
}

function blockOf(signatures: BenchCatalogue, first: number, wanted: (i: number) => boolean) {
  const numbers = Array.from({ length: Math.min(BLOCK, signatures.size - first) }, (_, i) => first + i);
  return numbers.filter(wanted).map((i) => ({
    id: i + 1,
    owner: i + 1,
    featureBits: signatures.featuresOf(i, new Uint8Array(FEATURE_BYTES)),
    intensityBytes: signatures.intensitiesOf(i, new Uint8Array(INTENSITY_BYTES)),
  }));
}

function best(known: readonly Match[], more: readonly Match[]): Match[] {
  return [...known, ...more].sort((a, b) => b.similarity - a.similarity || a.id - b.id).slice(0, K);
}

/** Of the true ones, the mean share that was found. */
export function recall(found: readonly (readonly number[])[], truth: readonly (readonly number[])[]): number {
  const shares = truth.map((ids, q) => ids.filter((id) => found[q]!.includes(id)).length / ids.length);
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
