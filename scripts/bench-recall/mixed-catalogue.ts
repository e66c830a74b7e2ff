import { seededRandom } from '@/lib/engine/seeded-random';
import { FEATURE_BYTES, FILTERS, INTENSITY_BYTES } from '@/lib/engine';
import { type BenchCatalogue, CATALOGUE_FILTERS } from '@/scripts/bench/catalogue';
import { type Photo, quantise } from './photos';
import { strongestFilters } from './strongest-filters';

export interface Mixture {
  /** Photos that a product takes from, besides its parent. */
  readonly partners: number;
  /** These are among so many nearest of the parent. */
  readonly among: number;
  /** Standard deviation of the logarithm of what each intensity is multiplied with. */
  readonly noise: number;
}

const MAP_BITS = 49;
const NOISES = 4096;

/**
 * A catalogue of any size out of real photos. Product i has a parent, photo i modulo their number in an order of chance,
 * and partners among the parent's nearest photos. Each of the 512 filters is taken, intensity and map together, from one
 * of them, in shares drawn for each product anew (any mixture is as likely as any other); then the intensity is multiplied
 * with noise. So a filter is as popular as it is in photos, filters occur together as
 * they do in photos, and the more products there are, the nearer are the nearest.
 * Everything follows from `seed`. Only top filters are kept; the rest is made when it is asked for.
 */
export class MixedCatalogue implements BenchCatalogue {
  readonly #filters: Uint16Array;
  readonly #parents: Uint32Array;
  /** Factors of noise, drawn once. */
  readonly #noise: Float32Array;
  /** For the product made last: by filter, its photo; and its intensities. */
  readonly #sources = new Uint32Array(FILTERS);
  readonly #intensities = new Float32Array(FILTERS);

  /** @param nearest by photo, its nearest ones, at least `mixture.among`, best first */
  constructor(
    private readonly photos: readonly Photo[],
    private readonly nearest: readonly ArrayLike<number>[],
    private readonly mixture: Mixture,
    readonly size: number,
    private readonly seed: number,
  ) {
    const random = seededRandom(seed);
    this.#parents = shuffled(photos.length, random);
    this.#noise = Float32Array.from({ length: NOISES }, () => Math.exp(mixture.noise * gaussian(random)));
    this.#filters = new Uint16Array(size * CATALOGUE_FILTERS);
    for (let product = 0; product < size; product++) {
      this.#make(product);
      this.#filters.set(strongestFilters(this.#intensities, CATALOGUE_FILTERS), product * CATALOGUE_FILTERS);
    }
  }

  filtersOf(product: number): Uint16Array {
    return this.#filters.subarray(product * CATALOGUE_FILTERS, (product + 1) * CATALOGUE_FILTERS);
  }

  featuresOf(product: number, out = new Uint8Array(FEATURE_BYTES)): Uint8Array {
    this.#make(product);
    out.fill(0);
    for (let filter = 0; filter < FILTERS; filter++) {
      copyMap(this.photos[this.#sources[filter]!]!.featureBits, out, filter);
    }
    return out;
  }

  intensitiesOf(product: number, out = new Uint8Array(INTENSITY_BYTES)): Uint8Array {
    this.#make(product);
    return quantise(this.#intensities, out);
  }

  #make(product: number): void {
    const random = seededRandom(Math.imul(product + 1, 0x9e3779b1) ^ this.seed);
    const { upTo, sources } = this.#family(product, random);
    for (let filter = 0; filter < FILTERS; filter++) {
      const lot = random();
      let chosen = 0;
      while (lot >= upTo[chosen]!) chosen++;
      const source = sources[chosen]!;
      this.#sources[filter] = source;
      const noise = this.#noise[Math.floor(random() * NOISES)]!;
      this.#intensities[filter] = this.photos[source]!.intensities[filter]! * noise;
    }
  }

  /** Parent and partners, and up to which lot each is drawn. */
  #family(product: number, random: () => number): { sources: number[]; upTo: number[] } {
    const { partners, among } = this.mixture;
    const parent = this.#parents[product % this.photos.length]!;
    const near = Array.from({ length: partners }, () => this.nearest[parent]![Math.floor(random() * among)]!);
    const parts = Array.from({ length: partners + 1 }, () => -Math.log(1 - random()));
    const whole = parts.reduce((sum, part) => sum + part, 0);
    let sum = 0;
    const upTo = parts.map((part) => (sum += part / whole));
    return { sources: [parent, ...near], upTo: upTo.with(partners, Infinity) };
  }
}

/** The 49 bits of a filter's map. `out` has zeros there. */
function copyMap(from: Uint8Array, out: Uint8Array, filter: number): void {
  const first = filter * MAP_BITS;
  const last = first + MAP_BITS - 1;
  const [firstByte, lastByte] = [first >> 3, last >> 3];
  out[firstByte]! |= from[firstByte]! & (0xff << (first & 7));
  for (let byte = firstByte + 1; byte < lastByte; byte++) out[byte] = from[byte]!;
  out[lastByte]! |= from[lastByte]! & (0xff >> (7 - (last & 7)));
}

function shuffled(count: number, random: () => number): Uint32Array {
  const numbers = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [numbers[i], numbers[j]] = [numbers[j]!, numbers[i]!];
  }
  return numbers;
}

/** Box and Muller. */
function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
