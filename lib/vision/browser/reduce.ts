/** RGB, a byte per channel, row by row. */
export interface Rgb {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** How many pixels of one side are averaged to one before the finer step, which then still halves: libvips' rule. */
export function boxOf(from: number, to: number): number {
  return Math.max(1, Math.floor(from / to / 2));
}

/**
 * Reduces a picture as the server's library does (Lanczos, three lobes), so that both describe the same pixels: what
 * browsers themselves offer differs from one to the next. The picture has been averaged by `boxOf` already, which `exact`
 * remembers: the sides before that, in pixels of the picture given, need not be whole.
 */
export function reduce(
  picture: Rgb,
  exact: { readonly width: number; readonly height: number },
  width: number,
  height: number,
): Rgb {
  const columns = reduceColumns(picture, tapsOf(picture.height, exact.height, height));
  const data = reduceRows(columns, picture.width, height, tapsOf(picture.width, exact.width, width));
  return { data, width, height };
}

const LOBES = 3;

interface Taps {
  readonly start: number;
  /** Sum 1. */
  readonly weights: Float32Array;
}

/** For each of `to` new pixels: which of the `from` old ones it is made of, and how much of each. */
function tapsOf(from: number, exact: number, to: number): Taps[] {
  const scale = exact / to;
  const reach = LOBES * Math.max(1, scale);
  return Array.from({ length: to }, (_, i) => {
    const centre = (i + 0.5) * scale;
    const start = Math.max(0, Math.ceil(centre - reach - 0.5));
    const end = Math.min(from, Math.floor(centre + reach - 0.5) + 1);
    const raw = Float32Array.from({ length: end - start }, (_, tap) =>
      lanczos((start + tap + 0.5 - centre) / Math.max(1, scale)),
    );
    const sum = raw.reduce((total, weight) => total + weight, 0);
    return { start, weights: raw.map((weight) => weight / sum) };
  });
}

function lanczos(x: number): number {
  if (x === 0) return 1;
  if (Math.abs(x) >= LOBES) return 0;
  const angle = Math.PI * x;
  return (LOBES * Math.sin(angle) * Math.sin(angle / LOBES)) / (angle * angle);
}

/** Whole rows are added, which is the quick direction. Rounded to bytes in between, as the server's library does. */
function reduceColumns({ data, width }: Rgb, taps: readonly Taps[]): Uint8ClampedArray {
  const length = width * 3;
  const out = new Uint8ClampedArray(taps.length * length);
  const row = new Float32Array(length);
  taps.forEach(({ start, weights }, y) => {
    row.fill(0);
    for (let tap = 0; tap < weights.length; tap++) {
      const from = (start + tap) * length;
      const weight = weights[tap]!;
      for (let i = 0; i < length; i++) row[i]! += weight * data[from + i]!;
    }
    out.set(row, y * length);
  });
  return out;
}

function reduceRows(
  data: Uint8ClampedArray,
  width: number,
  height: number,
  taps: readonly Taps[],
): Uint8ClampedArray {
  const out = new Uint8ClampedArray(height * taps.length * 3);
  for (let y = 0, at = 0; y < height; y++) {
    for (const { start, weights } of taps) {
      const from = (y * width + start) * 3;
      for (let channel = 0; channel < 3; channel++) out[at++] = sum(data, from + channel, weights);
    }
  }
  return out;
}

function sum(data: Uint8ClampedArray, from: number, weights: Float32Array): number {
  let total = 0;
  for (let tap = 0; tap < weights.length; tap++, from += 3) total += weights[tap]! * data[from]!;
  return total;
}
