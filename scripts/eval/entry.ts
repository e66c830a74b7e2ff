import type { DescribedPicture } from './describe';

/** Filters taken of each picture: as many as the widest index needs. */
export const MOST_FILTERS = 50;

/** A picture as the methods see it. Its id is its position in the gallery. */
export interface Entry {
  readonly id: number;
  readonly owner: number;
  readonly picture: DescribedPicture;
  /** 50 filters, strongest first. */
  readonly topFilters: Uint16Array;
  readonly featureBits: Uint8Array;
  /** Intensities in 512 bytes, the greatest 255. */
  readonly intensityBytes: Uint8Array;
  /** Their square roots in 512 bytes, the greatest 255. */
  readonly rootBytes: Uint8Array;
}

export function toEntry(picture: DescribedPicture, id: number, owner: number): Entry {
  return {
    id,
    owner,
    picture,
    topFilters: strongest(picture.intensities),
    featureBits: picture.featureBits,
    intensityBytes: quantised(picture.intensities),
    rootBytes: quantised(picture.intensities.map(Math.sqrt)),
  };
}

/** Ties go to the lower filter number. */
function strongest(intensities: Float32Array): Uint16Array {
  const filters = Uint16Array.from(intensities, (_, filter) => filter);
  filters.sort((a, b) => intensities[b]! - intensities[a]! || a - b);
  return filters.slice(0, MOST_FILTERS);
}

/** Each picture has a scale of its own: the cosine does not see it. */
function quantised(values: Float32Array): Uint8Array {
  const most = values.reduce((a, b) => Math.max(a, b));
  return Uint8Array.from(values, (value) => Math.round((255 * value) / most));
}
