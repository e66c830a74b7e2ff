const HUES = 8;
const SATURATIONS = 4;
const VALUES = 4;
export const COLOUR_BINS = HUES * SATURATIONS * VALUES;

/** Shares of the pixels (RGB, three bytes each) in 128 bins of hue (8), saturation (4) and value (4). */
export function colourBins(rgb: Uint8Array): Float64Array {
  const bins = new Float64Array(COLOUR_BINS);
  const share = 3 / rgb.length;
  for (let i = 0; i < rgb.length; i += 3) bins[binOf(rgb[i]!, rgb[i + 1]!, rgb[i + 2]!)]! += share;
  return bins;
}

/** What two histograms have in common, 0 … 1. */
export function intersection(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, share, i) => sum + Math.min(share, b[i]!), 0);
}

function binOf(red: number, green: number, blue: number): number {
  const value = Math.max(red, green, blue);
  const range = value - Math.min(red, green, blue);
  const saturation = value === 0 ? 0 : range / value;
  return (
    (step(hueOf(red, green, blue, value, range), HUES) * SATURATIONS + step(saturation, SATURATIONS)) *
      VALUES +
    step(value / 255, VALUES)
  );
}

/** 0 … 1 around the circle of colours; 0 for greys. */
function hueOf(red: number, green: number, blue: number, value: number, range: number): number {
  if (range === 0) return 0;
  if (value === red) return (((green - blue) / range + 6) % 6) / 6;
  return value === green ? ((blue - red) / range + 2) / 6 : ((red - green) / range + 4) / 6;
}

function step(part: number, steps: number): number {
  return Math.min(steps - 1, Math.floor(part * steps));
}
