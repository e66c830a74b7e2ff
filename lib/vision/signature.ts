import { ModelError, PictureError } from './errors';

/** Filters of VGG16's last layer, and the side of each filter's map after the last pool. */
export const FILTERS = 512;
export const MAP_SIDE = 7;
/** Values of one activation: 512 × 7 × 7 = 25,088, at `filter * 49 + y * 7 + x`. */
export const ACTIVATION_LENGTH = FILTERS * MAP_SIDE * MAP_SIDE;
/** How many of the strongest filters describe a picture in the published method. */
export const TOP_FILTERS = 25;
/** How many of them are kept: counting shared filters finds more with 50. */
export const STORED_FILTERS = 50;

/** What is kept of a picture. Signatures of different models must never be compared. */
export interface Signature {
  readonly modelId: string;
  /** 50 filter numbers, strongest first; ties go to the lower number. */
  readonly topFilters: Uint16Array;
  /** The first 25 of them as 64 bytes: filter f is bit `f & 7` of byte `f >> 3`. */
  readonly filterBits: Uint8Array;
  /** 25,088 bits in 3,136 bytes: bit `i & 7` of byte `i >> 3` tells whether activation i is a strong one. */
  readonly featureBits: Uint8Array;
  /** 512 means, one per filter. */
  readonly intensities: Float32Array;
  /** The same in 512 bytes, as `quantise` gives them: what is compared and kept. */
  readonly intensityBytes: Uint8Array;
}

/**
 * Turns one picture's activation (25,088 values, channel-major, none negative) into its signature.
 * Throws `PictureError` `no-signature` when no filter answered at all, `ModelError` `bad-activation` when the
 * values are not what a network ending in ReLU and a pool gives.
 */
export function signatureOf(modelId: string, activation: Float32Array): Signature {
  const threshold = meanOfNonZero(modelId, activation);
  const intensities = filterMeans(activation);
  const topFilters = strongest(intensities);
  return {
    modelId,
    topFilters,
    filterBits: bitsOf(topFilters.subarray(0, TOP_FILTERS)),
    featureBits: bitsAbove(threshold, activation),
    intensities,
    intensityBytes: quantise(intensities),
  };
}

/**
 * Intensities as bytes: the picture's greatest becomes 255, the others in proportion, rounded. The scale differs from
 * picture to picture, which a cosine does not see. At least one intensity must be greater than 0.
 */
export function quantise(intensities: Float32Array): Uint8Array {
  const greatest = intensities.reduce((most, one) => Math.max(most, one), 0);
  return Uint8Array.from(intensities, (one) => Math.round((255 * one) / greatest));
}

function meanOfNonZero(modelId: string, activation: Float32Array): number {
  if (activation.length !== ACTIVATION_LENGTH) throw badActivation(modelId, `${activation.length} values`);
  let sum = 0;
  let count = 0;
  for (const value of activation) {
    if (!(value >= 0 && value < Infinity)) throw badActivation(modelId, `the value ${value}`);
    sum += value;
    if (value > 0) count++;
  }
  if (count > 0) return sum / count;
  throw new PictureError(
    'no-signature',
    'No filter of the network answers to this picture, so nothing can be compared with it: send another one.',
  );
}

function badActivation(modelId: string, found: string): ModelError {
  return new ModelError(
    'bad-activation',
    `Model ${modelId} gave an activation with ${found}, expected ${ACTIVATION_LENGTH} numbers from 0 up: ` +
      'check the model with npm run model:verify.',
  );
}

function filterMeans(activation: Float32Array): Float32Array {
  const mapLength = MAP_SIDE * MAP_SIDE;
  const means = new Float32Array(FILTERS);
  for (let filter = 0, i = 0; filter < FILTERS; filter++) {
    let sum = 0;
    for (const end = i + mapLength; i < end; i++) sum += activation[i]!;
    means[filter] = sum / mapLength;
  }
  return means;
}

function strongest(intensities: Float32Array): Uint16Array {
  const filters = Uint16Array.from(intensities, (_, filter) => filter);
  filters.sort((a, b) => intensities[b]! - intensities[a]! || a - b);
  return filters.slice(0, STORED_FILTERS);
}

function bitsOf(filters: Uint16Array): Uint8Array {
  const bits = new Uint8Array(FILTERS / 8);
  for (const filter of filters) bits[filter >> 3]! |= 1 << (filter & 7);
  return bits;
}

function bitsAbove(threshold: number, activation: Float32Array): Uint8Array {
  const bits = new Uint8Array(activation.length / 8);
  for (let i = 0; i < activation.length; i++) {
    if (activation[i]! > threshold) bits[i >> 3]! |= 1 << (i & 7);
  }
  return bits;
}
