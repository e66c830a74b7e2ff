import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ModelError, PictureError } from './errors';
import { ACTIVATION_LENGTH, quantise, signatureOf } from './signature';

/** An activation of zeros but for some values, by position. */
function activation(values: Record<number, number>): Float32Array {
  const all = new Float32Array(ACTIVATION_LENGTH);
  for (const [position, value] of Object.entries(values)) all[Number(position)] = value;
  return all;
}

/** One filter's whole map. */
const map = (filter: number, value: number) =>
  Object.fromEntries(Array.from({ length: 49 }, (_, i) => [filter * 49 + i, value]));

const errorOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('signatureOf', () => {
  test('an intensity is the mean over the 7×7 map, zeros included', () => {
    const { intensities } = signatureOf('m', activation({ 0: 49, 49: 9.8, 50: 9.8, [511 * 49 + 48]: 24.5 }));
    expect(intensities[0]).toBe(1);
    expect(intensities[1]).toBeCloseTo(0.4, 6);
    expect(intensities[511]).toBe(0.5);
    expect(intensities.length).toBe(512);
  });

  test('top filters are the 50 strongest, strongest first, ties to the lower number', () => {
    const { topFilters } = signatureOf(
      'm',
      activation({ ...map(400, 3), ...map(9, 5), ...map(7, 5), ...map(511, 8) }),
    );
    const silent = Array.from({ length: 48 }, (_, i) => i).filter((filter) => filter !== 7 && filter !== 9);
    expect([...topFilters]).toEqual([511, 7, 9, 400, ...silent]);
  });

  test('filter f is bit f & 7 of byte f >> 3', () => {
    const strong = Array.from({ length: 25 }, (_, i) => i * 21);
    const { filterBits } = signatureOf('m', activation(Object.assign({}, ...strong.map((f) => map(f, 1)))));
    const set = Array.from({ length: 512 }, (_, f) => f).filter((f) => (filterBits[f >> 3]! >> (f & 7)) & 1);
    expect(set).toEqual(strong);
    expect(filterBits[0]).toBe(1);
    expect(filterBits[2]).toBe(0b00100000);
  });

  test('of the 50 only the 25 strongest have a filter bit', () => {
    const falling = Array.from({ length: 50 }, (_, i) => map(3 * i, 50 - i));
    const { filterBits } = signatureOf('m', activation(Object.assign({}, ...falling)));
    const set = Array.from({ length: 512 }, (_, f) => f).filter((f) => (filterBits[f >> 3]! >> (f & 7)) & 1);
    expect(set).toEqual(Array.from({ length: 25 }, (_, i) => 3 * i));
  });

  test('intensity bytes are in proportion to the strongest filter, which is 255', () => {
    const { intensityBytes } = signatureOf(
      'm',
      activation({ ...map(0, 4), ...map(1, 2), 98: 4, ...map(511, 1) }),
    );
    // 255 × 2/4 = 127.5, 255 × (4/49)/4 = 5.2, 255 × 1/4 = 63.75
    expect([...intensityBytes.subarray(0, 4)]).toEqual([255, 128, 5, 0]);
    expect(intensityBytes[511]).toBe(64);
    expect(intensityBytes.length).toBe(512);
  });

  test.each([1e-30, 1, 1e30])('the scale of the intensities does not show in their bytes: %d', (scale) => {
    const intensities = Float32Array.of(3 * scale, 0, 1.5 * scale, 0.75 * scale, 0.005 * scale);
    expect([...quantise(intensities)]).toEqual([255, 0, 128, 64, 0]);
  });

  test('a feature bit says: above the mean of the values that are not zero', () => {
    const { featureBits } = signatureOf('m', activation({ 0: 1, 9: 2, 25_087: 6 }));
    const expected = new Uint8Array(3136);
    expected[3135] = 0b10000000;
    expect(featureBits).toEqual(expected);
  });

  test('a value equal to the mean is not above it', () => {
    const { featureBits } = signatureOf('m', activation({ 3: 2, 4: 2, 5: 2 }));
    expect(featureBits.every((byte) => byte === 0)).toBe(true);
  });

  test('the same as plain loops written from the definition', () => {
    const value = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 16 }));
    const check = (values: number[], step: number) => {
      const all = Float32Array.from(
        { length: ACTIVATION_LENGTH },
        (_, i) => values[(i * step) % values.length]!,
      );
      fc.pre(all.some((one) => one > 0));
      const { topFilters, featureBits } = signatureOf('m', all);
      expect([...topFilters]).toEqual(plainTopFilters(all));
      expect(featureBits).toEqual(plainFeatureBits(all));
    };
    fc.assert(
      fc.property(fc.array(value, { minLength: 3, maxLength: 400 }), fc.integer({ min: 1, max: 97 }), check),
      {
        numRuns: 40,
      },
    );
  });

  test('a picture without any activation has no signature', () => {
    const error = errorOf(() => signatureOf('m', activation({})));
    expect(error).toBeInstanceOf(PictureError);
    expect(error).toMatchObject({
      code: 'no-signature',
      message: expect.stringContaining('send another one'),
    });
  });

  test.each([
    ['not a number', activation({ 5: NaN }), 'the value NaN'],
    ['infinite', activation({ 5: Infinity }), 'the value Infinity'],
    ['negative', activation({ 0: 3, 5: -1 }), 'the value -1'],
    ['of another length', new Float32Array(49), '49 values'],
  ])('an activation that is %s is the fault of the model', (_, values, fault) => {
    const error = errorOf(() => signatureOf('vgg', values));
    expect(error).toBeInstanceOf(ModelError);
    expect(error).toMatchObject({ code: 'bad-activation', message: expect.stringContaining(fault) });
  });
});

function plainTopFilters(all: Float32Array): number[] {
  const means: { filter: number; mean: number }[] = [];
  for (let filter = 0; filter < 512; filter++) {
    let sum = 0;
    for (let y = 0; y < 7; y++) for (let x = 0; x < 7; x++) sum += all[filter * 49 + y * 7 + x]!;
    means.push({ filter, mean: sum / 49 });
  }
  const order = means.sort((a, b) => (a.mean === b.mean ? a.filter - b.filter : b.mean - a.mean));
  return order.slice(0, 50).map(({ filter }) => filter);
}

function plainFeatureBits(all: Float32Array): Uint8Array {
  const active = [...all].filter((value) => value !== 0);
  const mean = active.reduce((sum, value) => sum + value, 0) / active.length;
  const bits = new Uint8Array(3136);
  all.forEach((value, i) => {
    if (value > mean) bits[Math.floor(i / 8)]! += 2 ** (i % 8);
  });
  return bits;
}
