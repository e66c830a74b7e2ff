import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { modelEntry, type ModelInput } from './manifest';
import { preprocess } from './preprocess';
import { squash } from './squash';

const bytes = (...values: number[]) => Uint8Array.from(values);

describe('preprocess', () => {
  const half = 127.5;
  const symmetric: ModelInput = {
    name: 'image',
    layout: 'NCHW',
    size: 2,
    channels: 'RGB',
    scale: 1,
    mean: [half, half, half],
    std: [half, half, half],
  };
  const imagenet: ModelInput = { ...modelEntry('vgg16-imagenet').input, size: 2 };
  // Four pixels: (0,51,255) (255,0,102) / (51,204,0) (153,102,51)
  const pixels = {
    data: bytes(0, 51, 255, 255, 0, 102, 51, 204, 0, 153, 102, 51),
    width: 2,
    height: 2,
    channels: 3,
  } as const;

  test('value / 127.5 − 1 gives planes of red, green, blue from −1 to 1', () => {
    const planes = [-1, 1, -0.6, 0.2, -0.6, -1, 0.6, -0.2, 1, -0.2, -1, -0.6];
    expect([...preprocess(pixels, symmetric)]).toEqual(planes.map(Math.fround));
  });

  test('the ImageNet model reads planes of blue, green, red with their means taken off', () => {
    const blue = [151.061, -1.939, -103.939, -52.939];
    const green = [-65.779, -116.779, 87.221, -14.779];
    const red = [-123.68, 131.32, -72.68, 29.32];
    expect([...preprocess(pixels, imagenet)]).toEqual([...blue, ...green, ...red].map(Math.fround));
  });

  test('scale, mean and std are applied in that order, each plane its own', () => {
    const input: ModelInput = { ...symmetric, size: 1, scale: 0.5, mean: [1, 2, 3], std: [2, 4, 8] };
    const one = { data: bytes(10, 20, 30), width: 1, height: 1, channels: 3 } as const;
    expect([...preprocess(one, input)]).toEqual([2, 2, 1.5]);
  });

  test('the RGBA of a canvas gives what the RGB of the server gives', () => {
    const rgba = Array.from({ length: 4 }, (_, i) => [...pixels.data.subarray(i * 3, i * 3 + 3), 255]);
    const canvas = { ...pixels, data: Uint8ClampedArray.from(rgba.flat()), channels: 4 } as const;
    expect(preprocess(canvas, imagenet)).toEqual(preprocess(pixels, imagenet));
  });

  test('what is transparent lies on white', () => {
    const rgba = { data: bytes(9, 9, 9, 0, 0, 100, 255, 51), width: 2, height: 1, channels: 4 } as const;
    const input: ModelInput = { ...symmetric, size: 2, mean: [0, 0, 0], std: [1, 1, 1] };
    // 51 of 255 is a fifth: 0 → 204, 100 → 224.
    const row = { red: [255, 204], green: [255, 224], blue: [255, 255] };
    const expected = Object.values(row).flatMap((values) => [...values, ...values]);
    expect([...preprocess(rgba, input)]).toEqual(expected);
  });
});

describe('squash', () => {
  const grey = (values: number[]) => Uint8Array.from(values.flatMap((value) => [value, value, value]));
  const reds = (rgb: Float32Array) => [...rgb].filter((_, i) => i % 3 === 0);

  test('shrinking by two weighs the pixels 3, 3, 1 sevenths at the border', () => {
    const data = grey([0, 70, 140, 210, 0, 70, 140, 210]);
    const row = reds(squash({ data, width: 4, height: 2, channels: 3 }, 2));
    expect(row.map((value) => Math.round(value * 1e4) / 1e4)).toEqual([50, 160, 50, 160]);
  });

  test('enlarging interpolates between the middles of the pixels', () => {
    const squashed = reds(squash({ data: grey([0, 100]), width: 2, height: 1, channels: 3 }, 4));
    expect(squashed.slice(0, 4)).toEqual([0, 25, 75, 100]);
    expect(squashed.slice(12)).toEqual([0, 25, 75, 100]);
  });

  test('a picture of the right size keeps its very bytes', () => {
    const data = Uint8Array.from({ length: 5 * 5 * 3 }, (_, i) => (i * 73) % 256);
    expect([...squash({ data, width: 5, height: 5, channels: 3 }, 5)]).toEqual([...data]);
  });

  test('a flat picture of any shape stays flat', () => {
    const side = fc.integer({ min: 1, max: 40 });
    const check = (width: number, height: number, size: number, value: number) => {
      const data = new Uint8Array(width * height * 3).fill(value);
      for (const out of squash({ data, width, height, channels: 3 }, size)) expect(out).toBeCloseTo(value, 3);
    };
    fc.assert(fc.property(side, side, side, fc.integer({ min: 0, max: 255 }), check), { numRuns: 30 });
  });

  test('a turned picture gives the turned result', () => {
    const [width, height, size] = [31, 17, 8];
    const values = Array.from({ length: width * height }, (_, i) => (i * i * 31) % 256);
    const transposed = values.map((_, i) => values[(i % height) * width + Math.floor(i / height)]!);
    const upright = reds(squash({ data: grey(values), width, height, channels: 3 }, size));
    const turned = reds(squash({ data: grey(transposed), width: height, height: width, channels: 3 }, size));
    upright.forEach((value, i) =>
      expect(turned[(i % size) * size + Math.floor(i / size)]).toBeCloseTo(value, 3),
    );
  });

  test('data that does not fit its measures is refused by name', () => {
    const pixels = { data: bytes(1, 2, 3), width: 2, height: 1, channels: 3 } as const;
    expect(() => squash(pixels, 2)).toThrow('3 bytes are not a picture of 2×1 with 3 channels');
  });
});
