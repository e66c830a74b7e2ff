/** Pixels row by row, one byte per channel: RGB, or RGB with alpha not multiplied in. */
export interface Pixels {
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
}

/**
 * Squashes a picture to a square, whatever its shape, and lays what is transparent on white.
 * Linear interpolation, widened when shrinking so that every pixel counts (what Pillow calls BILINEAR);
 * kept in floats, 0 … 255, never rounded. The same numbers on every machine: no platform resizes for us.
 *
 * @returns RGB, `size * size * 3` values, row by row
 * @throws RangeError when the data does not fit the width, height and channels
 */
export function squash(pixels: Pixels, size: number): Float32Array {
  const { data, width, height, channels } = pixels;
  if (width < 1 || height < 1 || data.length !== width * height * channels) {
    throw new RangeError(
      `${data.length} bytes are not a picture of ${width}×${height} with ${channels} channels`,
    );
  }
  const rgb = channels === 3 ? data : onWhite(data, width * height);
  return squashRows(squashColumns(rgb, width, height, size), width, size);
}

type Bytes = Uint8Array | Uint8ClampedArray | Float32Array;

/** Alpha on white, kept in floats. */
function onWhite(rgba: Uint8Array | Uint8ClampedArray, count: number): Float32Array {
  const rgb = new Float32Array(count * 3);
  for (let i = 0; i < count; i++) {
    const alpha = rgba[i * 4 + 3]! / 255;
    for (let c = 0; c < 3; c++) rgb[i * 3 + c] = 255 + (rgba[i * 4 + c]! - 255) * alpha;
  }
  return rgb;
}

/** height × width → size × width: whole rows are added, which is the quick direction. */
function squashColumns(rgb: Bytes, width: number, height: number, size: number): Float32Array {
  const rowLength = width * 3;
  const out = new Float32Array(size * rowLength);
  tapsOf(height, size).forEach(({ start, weights }, row) => {
    for (let tap = 0; tap < weights.length; tap++) {
      addRow(out, row * rowLength, rgb, (start + tap) * rowLength, rowLength, weights[tap]!);
    }
  });
  return out;
}

/** Positions instead of a view of the row: a third quicker. */
function addRow(
  out: Float32Array,
  at: number,
  rgb: Bytes,
  from: number,
  length: number,
  weight: number,
): void {
  for (let i = 0; i < length; i++) out[at + i]! += weight * rgb[from + i]!;
}

/** size × width → size × size. */
function squashRows(rgb: Float32Array, width: number, size: number): Float32Array {
  const taps = tapsOf(width, size);
  const out = new Float32Array(size * size * 3);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const { start, weights } = taps[column]!;
      sumPixels(out, (row * size + column) * 3, rgb, (row * width + start) * 3, weights);
    }
  }
  return out;
}

function sumPixels(
  out: Float32Array,
  at: number,
  rgb: Float32Array,
  from: number,
  weights: Float64Array,
): void {
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let tap = 0; tap < weights.length; tap++, from += 3) {
    const weight = weights[tap]!;
    red += weight * rgb[from]!;
    green += weight * rgb[from + 1]!;
    blue += weight * rgb[from + 2]!;
  }
  out[at] = red;
  out[at + 1] = green;
  out[at + 2] = blue;
}

interface Taps {
  readonly start: number;
  /** Sum 1. */
  readonly weights: Float64Array;
}

/** For each of `to` new pixels: which of the `from` old ones it is made of, and how much of each. */
function tapsOf(from: number, to: number): Taps[] {
  const scale = from / to;
  const reach = Math.max(1, scale);
  return Array.from({ length: to }, (_, i) => {
    const centre = (i + 0.5) * scale;
    const start = Math.max(0, Math.ceil(centre - reach - 0.5));
    const end = Math.min(from, Math.floor(centre + reach - 0.5) + 1);
    const raw = Float64Array.from({ length: end - start }, (_, tap) =>
      Math.max(0, 1 - Math.abs(start + tap + 0.5 - centre) / reach),
    );
    const sum = raw.reduce((total, weight) => total + weight, 0);
    return { start, weights: raw.map((weight) => weight / sum) };
  });
}
