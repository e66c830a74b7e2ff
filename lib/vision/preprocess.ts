import type { ModelInput } from './manifest';
import { squash, type Pixels } from './squash';

export type { Pixels } from './squash';

/**
 * Pixels → what the network reads: three planes of `size * size` floats, one picture, NCHW.
 * The one place where it is decided; server and browser both call it, so it imports nothing of either.
 */
export function preprocess(pixels: Pixels, input: ModelInput): Float32Array {
  const rgb = squash(pixels, input.size);
  const area = input.size * input.size;
  const planes = new Float32Array(3 * area);
  for (let plane = 0; plane < 3; plane++) {
    const channel = input.channels === 'RGB' ? plane : 2 - plane;
    const mean = input.mean[plane]!;
    const std = input.std[plane]!;
    for (let i = 0; i < area; i++) {
      planes[plane * area + i] = (rgb[i * 3 + channel]! * input.scale - mean) / std;
    }
  }
  return planes;
}
