import { seededRandom } from '@/lib/engine/seeded-random';
import { FEATURE_BYTES, FILTERS, INTENSITY_BYTES, TOP_FILTERS } from '@/lib/engine';
import { type BenchCatalogue, CATALOGUE_FILTERS } from '@/scripts/bench/catalogue';

const LOOKALIKES = 20;
/** Filters that are active in the pictures of a cluster, strongest first. */
const CLUSTER_FILTERS = 80;
/** Of these, the ones that have feature bits. */
const CLUSTER_MAPS = 40;
const SKIPPED = 0.25;
const STRANGERS = 3;
const MAP_BITS = 49;
const GREATEST = 255;
/** An intensity as a share of the next stronger one: the 50th is an eighth of the first. */
const FADING = 0.96;

/**
 * A made-up catalogue with what matters for speed and recall in a real one:
 * - skew: the filter of popularity rank r is drawn with a weight of 1 / (r + 10)^0.7, so the most popular filter is in
 *   the top 25 of about every fourth product and the least popular in that of one in a hundred;
 * - clusters: about 20 look-alikes share a list of 80 filters. A product walks the list and leaves out every fourth;
 *   3 of its first and 3 of its second 25 filters are drawn anew;
 * - feature bits: in each map of the cluster's 40 strongest filters, half of the 49 bits belong to the cluster; a
 *   product has nine of ten of these;
 * - intensities: 255 for the strongest filter, each next of the 50 a twenty-fifth less; the others have 0 … 30, half of
 *   it the cluster's and half the product's own.
 * Everything follows from `seed`; feature bits and intensities are made when they are asked for, since a million of them
 * are gigabytes.
 */
export class SyntheticCatalogue implements BenchCatalogue {
  readonly #filters: Uint16Array;
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
    this.#filters = new Uint16Array(size * CATALOGUE_FILTERS);
    this.#clusterOf = new Uint32Array(size);
    for (let i = 0; i < size; i++) {
      const cluster = Math.floor(random() * clusters);
      this.#clusterOf[i] = cluster;
      this.#filters.set(member(this.#clusters[cluster]!, random, draw), i * CATALOGUE_FILTERS);
    }
  }

  filtersOf(product: number): Uint16Array {
    return this.#filters.subarray(product * CATALOGUE_FILTERS, (product + 1) * CATALOGUE_FILTERS);
  }

  featuresOf(product: number, out: Uint8Array = new Uint8Array(FEATURE_BYTES)): Uint8Array {
    const cluster = this.#clusterOf[product]!;
    out.fill(0);
    for (const filter of this.#clusters[cluster]!.subarray(0, CLUSTER_MAPS)) {
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

  intensitiesOf(product: number, out: Uint8Array = new Uint8Array(INTENSITY_BYTES)): Uint8Array {
    const cluster = this.#clusterOf[product]! * 31 + this.seed;
    for (let filter = 0; filter < FILTERS; filter++) {
      out[filter] = (mix(cluster, filter) & 15) + (mix(product, filter) & 15);
    }
    this.filtersOf(product).forEach((filter, rank) => {
      out[filter] = Math.round(GREATEST * FADING ** rank);
    });
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

/** A product of the cluster: its filters, the first 25 and the second each with strangers at their end. */
function member(cluster: Uint16Array, random: () => number, draw: () => number): Uint16Array {
  const kept: number[] = [];
  const skipped: number[] = [];
  for (const filter of cluster) (random() >= SKIPPED ? kept : skipped).push(filter);
  const own = new Set<number>();
  for (const filter of [...kept, ...skipped]) {
    while (own.size % TOP_FILTERS >= TOP_FILTERS - STRANGERS) own.add(draw());
    if (own.size === CATALOGUE_FILTERS) break;
    own.add(filter);
  }
  return Uint16Array.from(own);
}
