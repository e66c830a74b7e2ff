import { seededRandom } from '@/lib/engine/seeded-random';
import { FEATURE_BYTES, FILTERS, TOP_FILTERS } from '@/lib/engine';

const LOOKALIKES = 20;
/** Filters that are active in the pictures of a cluster, strongest first. */
const CLUSTER_FILTERS = 40;
const SKIPPED = 0.25;
const STRANGERS = 3;
const MAP_BITS = 49;

/**
 * A made-up catalogue with what matters for speed and recall in a real one:
 * - skew: the filter of popularity rank r is drawn with a weight of 1 / (r + 10)^0.7, so the most popular filter is in
 *   about every fourth product and the least popular in one of a hundred;
 * - clusters: about 20 look-alikes share a list of 40 filters. A product walks the list and leaves out every fourth;
 *   3 of its 25 top filters are drawn anew;
 * - feature bits: in each of the cluster's 40 maps, half of the 49 bits belong to the cluster; a product has nine of
 *   ten of these.
 * Everything follows from `seed`; feature bits are made when they are asked for, since a million of them are 3 GB.
 */
export class SyntheticCatalogue {
  /** 25 per product. */
  readonly topFilters: Uint16Array;
  readonly #clusters: Uint16Array[];
  readonly #clusterOf: Uint32Array;

  constructor(
    readonly size: number,
    private readonly seed: number,
  ) {
    const random = seededRandom(seed);
    const draw = popularFilter(random);
    const clusters = Math.max(1, Math.round(size / LOOKALIKES));
    this.#clusters = Array.from({ length: clusters }, () => distinct(CLUSTER_FILTERS, draw));
    this.topFilters = new Uint16Array(size * TOP_FILTERS);
    this.#clusterOf = new Uint32Array(size);
    for (let i = 0; i < size; i++) {
      const cluster = Math.floor(random() * clusters);
      this.#clusterOf[i] = cluster;
      this.topFilters.set(member(this.#clusters[cluster]!, random, draw), i * TOP_FILTERS);
    }
  }

  filtersOf(product: number): Uint16Array {
    return this.topFilters.subarray(product * TOP_FILTERS, (product + 1) * TOP_FILTERS);
  }

  featuresOf(product: number, out: Uint8Array = new Uint8Array(FEATURE_BYTES)): Uint8Array {
    const cluster = this.#clusterOf[product]!;
    out.fill(0);
    for (const filter of this.#clusters[cluster]!) {
      for (let i = 0; i < MAP_BITS; i += 8) {
        const own = mix(cluster * 31 + this.seed, filter * 64 + i) & 0xff;
        const noise = mix(product, filter * 64 + i);
        setBits(
          out,
          filter * MAP_BITS + i,
          own & ~(noise & (noise >>> 8) & (noise >>> 16)),
          Math.min(8, MAP_BITS - i),
        );
      }
    }
    return out;
  }
}

function setBits(out: Uint8Array, first: number, bits: number, count: number): void {
  for (let i = 0; i < count; i++) if ((bits >>> i) & 1) out[(first + i) >> 3]! |= 1 << ((first + i) & 7);
}

function mix(a: number, b: number): number {
  let mixed = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 1, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** A function that draws filters by popularity. Which filter has which rank is fixed: 0 is the most popular. */
function popularFilter(random: () => number): () => number {
  const upTo = new Float64Array(FILTERS);
  let sum = 0;
  for (let rank = 0; rank < FILTERS; rank++) upTo[rank] = sum += 1 / (rank + 10) ** 0.7;
  return () => {
    const at = random() * sum;
    let low = 0;
    for (let high = FILTERS - 1; low < high;) {
      const middle = (low + high) >> 1;
      if (upTo[middle]! > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

function distinct(count: number, draw: () => number): Uint16Array {
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(draw());
  return Uint16Array.from(drawn);
}

function member(cluster: Uint16Array, random: () => number, draw: () => number): Uint16Array {
  const filters = new Set<number>();
  const kept = TOP_FILTERS - STRANGERS;
  for (const filter of cluster) if (filters.size < kept && random() >= SKIPPED) filters.add(filter);
  for (const filter of cluster) if (filters.size < kept) filters.add(filter);
  while (filters.size < TOP_FILTERS) filters.add(draw());
  return Uint16Array.from(filters);
}
