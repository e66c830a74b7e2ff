import { FEATURE_BYTES, FILTERS, INTENSITY_BYTES } from '@/lib/engine';
import { type BenchCatalogue, CATALOGUE_FILTERS } from '@/scripts/bench/catalogue';
import { strongestFilters } from './strongest-filters';

/** What is known of real photos: the stuff that catalogues are made of. */
export interface Photo {
  /** 512, as the network gives them. */
  readonly intensities: Float32Array;
  /** 3,136 bytes. */
  readonly featureBits: Uint8Array;
}

/** Real photos as a catalogue. */
export class PhotoCatalogue implements BenchCatalogue {
  readonly #filters: readonly Uint16Array[];
  readonly #bytes: readonly Uint8Array[];

  constructor(readonly photos: readonly Photo[]) {
    this.#filters = photos.map(({ intensities }) => strongestFilters(intensities, CATALOGUE_FILTERS));
    this.#bytes = photos.map(({ intensities }) => quantise(intensities, new Uint8Array(INTENSITY_BYTES)));
  }

  get size(): number {
    return this.photos.length;
  }

  filtersOf(product: number): Uint16Array {
    return this.#filters[product]!;
  }

  featuresOf(product: number, out = new Uint8Array(FEATURE_BYTES)): Uint8Array {
    out.set(this.photos[product]!.featureBits);
    return out;
  }

  intensitiesOf(product: number, out = new Uint8Array(INTENSITY_BYTES)): Uint8Array {
    out.set(this.#bytes[product]!);
    return out;
  }
}

/** Each product has a scale of its own: the cosine does not see it. */
export function quantise(intensities: Float32Array, out: Uint8Array): Uint8Array {
  let most = 0;
  for (let f = 0; f < FILTERS; f++) most = Math.max(most, intensities[f]!);
  for (let f = 0; f < FILTERS; f++) out[f] = Math.round((255 * intensities[f]!) / most);
  return out;
}
