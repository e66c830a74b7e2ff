/** The network's maps are squares of this side, laid over the whole picture. */
export const MAP_SIDE = 7;
const MAP_LENGTH = MAP_SIDE * MAP_SIDE;

/** Filters of the network. */
export const FILTERS = 512;

/** Parts of a picture, in words that can be said. */
export const PLACES = [
  ...['top-left', 'top', 'top-right'],
  ...['left', 'centre', 'right'],
  ...['bottom-left', 'bottom', 'bottom-right'],
] as const;

export type Place = (typeof PLACES)[number];

/** Where a filter answers in the picture: 49 values of 0 … 1, row by row, the strongest 1; all 0 if it does not answer. */
export function mapOf(activation: Float32Array, filter: number): Float32Array {
  const map = activation.slice(filter * MAP_LENGTH, (filter + 1) * MAP_LENGTH);
  const greatest = map.reduce((most, value) => Math.max(most, value), 0);
  return greatest > 0 ? map.map((value) => value / greatest) : map;
}

/** The ninth of the picture where the map is strongest; null if it is 0 everywhere. */
export function strongestPlace(map: Float32Array): Place | null {
  const greatest = map.reduce((most, value) => Math.max(most, value), 0);
  if (greatest === 0) return null;
  const at = map.indexOf(greatest);
  return PLACES[3 * third(Math.floor(at / MAP_SIDE)) + third(at % MAP_SIDE)]!;
}

/** How many of the 49 places answer at all. */
export function answering(map: Float32Array): number {
  return map.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
}

/** 0, 1 or 2: the middle third has three of the seven. */
function third(position: number): 0 | 1 | 2 {
  if (position < 2) return 0;
  return position < 5 ? 1 : 2;
}

/** Intensities in whole percent of the greatest. */
export function percents(intensities: Float32Array): number[] {
  const greatest = intensities.reduce((most, one) => Math.max(most, one), 0);
  return Array.from(intensities, (one) => (greatest > 0 ? Math.round((100 * one) / greatest) : 0));
}
