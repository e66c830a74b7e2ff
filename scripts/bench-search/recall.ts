import {
  FEATURE_BYTES,
  INTENSITY_BYTES,
  rankByBoth,
  rankByIntensities,
  rankByJaccard,
  type Match,
} from '@/lib/engine';
import type { BenchCatalogue } from '@/scripts/bench/catalogue';
import type { ShopProducts } from '@/scripts/bench-million/shop-products';
import { K } from './method';

/** Products compared at a time: enough to keep the call cheap, few enough to fit into the processor's cache. */
const BLOCK = 512;

/** For each query, the numbers of the ten products most like it, by what they are compared by. */
export interface Truth {
  /** By feature bits, among the products in stock: what the shop looks for. */
  readonly features: readonly (readonly number[])[];
  /** By the mean of both, among the products in stock. */
  readonly both: readonly (readonly number[])[];
  /** By intensities, among the products in stock. */
  readonly intensities: readonly (readonly number[])[];
  /** By feature bits, among all products: what the original looks for. */
  readonly anyStock: readonly (readonly number[])[];
}

/** All products compared with each query, a block at a time. */
export function trueNeighbours(
  signatures: BenchCatalogue,
  shop: ShopProducts,
  queries: readonly number[],
): Truth {
  const asked = queries.map((id) => ({
    id,
    featureBits: signatures.featuresOf(id - 1, new Uint8Array(FEATURE_BYTES)),
    intensityBytes: signatures.intensitiesOf(id - 1, new Uint8Array(INTENSITY_BYTES)),
    best: {
      features: [] as Match[],
      both: [] as Match[],
      intensities: [] as Match[],
      anyStock: [] as Match[],
    },
  }));
  for (let first = 0; first < signatures.size; first += BLOCK) {
    const block = blockOf(signatures, shop, first);
    for (const { id, featureBits, intensityBytes, best } of asked) {
      const others = block.filter((each) => each.id !== id);
      const buyable = others.filter(({ inStock }) => inStock);
      best.features = bestOf(best.features, rankByJaccard(featureBits, buyable, K));
      best.both = bestOf(best.both, byBoth(featureBits, intensityBytes, buyable));
      best.intensities = bestOf(best.intensities, rankByIntensities(intensityBytes, buyable, K));
      best.anyStock = bestOf(best.anyStock, rankByJaccard(featureBits, others, K));
    }
  }
  const ids = (measure: keyof Truth) => asked.map(({ best }) => best[measure].map(({ id }) => id));
  return {
    features: ids('features'),
    both: ids('both'),
    intensities: ids('intensities'),
    anyStock: ids('anyStock'),
  };
}

/** Without a shortlist: all of them are on it. */
function byBoth(
  featureBits: Uint8Array,
  intensityBytes: Uint8Array,
  all: ReturnType<typeof blockOf>,
): Match[] {
  const byId = new Map(all.map((one) => [one.id, one]));
  const shortlist = rankByIntensities(intensityBytes, all, all.length).map(({ id, similarity }) => ({
    ...byId.get(id)!,
    cosine: similarity,
  }));
  return rankByBoth(featureBits, shortlist, K);
}

function blockOf(signatures: BenchCatalogue, shop: ShopProducts, first: number) {
  const numbers = Array.from({ length: Math.min(BLOCK, signatures.size - first) }, (_, i) => first + i);
  return numbers.map((i) => ({
    id: i + 1,
    owner: i + 1,
    inStock: shop.product(i).stock > 0,
    featureBits: signatures.featuresOf(i, new Uint8Array(FEATURE_BYTES)),
    intensityBytes: signatures.intensitiesOf(i, new Uint8Array(INTENSITY_BYTES)),
  }));
}

function bestOf(known: readonly Match[], more: readonly Match[]): Match[] {
  return [...known, ...more].sort((a, b) => b.similarity - a.similarity || a.id - b.id).slice(0, K);
}

/** Of the true ones, the mean share that was found. */
export function recall(found: readonly (readonly number[])[], truth: readonly (readonly number[])[]): number {
  const shares = truth.map((ids, q) => ids.filter((id) => found[q]!.includes(id)).length / ids.length);
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
