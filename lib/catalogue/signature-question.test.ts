import { expect, it } from 'vitest';
import { CallerError } from '@/lib/errors';
import { parseSignature, refuseOtherModel } from '@/lib/catalogue/signature-question';

/** Intensities that fall from filter 0 on, so that the top filters are 0 … 49. */
const INTENSITIES = Uint8Array.from({ length: 512 }, (_, filter) => Math.max(0, 255 - filter));
const BITS = Uint8Array.from({ length: 3136 }, (_, i) => i % 7);
const TOP = Array.from({ length: 50 }, (_, i) => i);

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const whole = (changes: object = {}) => ({
  ...{ modelId: 'model', topFilters: TOP, featureBits: base64(BITS), intensityBytes: base64(INTENSITIES) },
  ...changes,
});

it('a signature as a browser sends it becomes the bytes that are compared', () => {
  expect(parseSignature(whole())).toEqual({
    ...{
      modelId: 'model',
      topFilters: Uint16Array.from(TOP),
      featureBits: BITS,
      intensityBytes: INTENSITIES,
    },
  });
});

it.each<[string, unknown, RegExp]>([
  ['nothing', null, /signature/],
  ['a filter too few', whole({ topFilters: TOP.slice(1) }), /topFilters/],
  ['a filter that there is not', whole({ topFilters: [...TOP.slice(1), 512] }), /topFilters\.49/],
  ['half a filter', whole({ topFilters: [0.5, ...TOP.slice(1)] }), /topFilters\.0/],
  ['a filter twice', whole({ topFilters: [0, ...TOP.slice(0, 49)] }), /each filter once/],
  ['filters in another order', whole({ topFilters: TOP.toReversed() }), /strongest first/],
  [
    'weaker filters than there are',
    whole({ topFilters: TOP.map((filter) => filter + 1) }),
    /strongest first/,
  ],
  ['a byte too few', whole({ featureBits: base64(BITS.slice(1)) }), /featureBits/],
  ['a megabyte', whole({ featureBits: base64(new Uint8Array(1e6)) }), /featureBits/],
  ['what is no base64', whole({ featureBits: '!'.repeat(4184) }), /featureBits/],
  ['no bit at all', whole({ featureBits: base64(new Uint8Array(3136)) }), /at least one bit/],
  [
    'intensities that do not reach 255',
    whole({ intensityBytes: base64(INTENSITIES.map((one) => one >> 1)) }),
    /255/,
  ],
  ['a field more', whole({ productId: 1 }), /productId/],
])('%s is refused, and the sentence says what was expected', (_, input, sentence) => {
  expect(() => parseSignature(input)).toThrow(sentence);
  expect(() => parseSignature(input)).toThrow(CallerError);
});

it('a signature of another model is refused, since the two cannot be compared', () => {
  const signature = parseSignature(whole());
  expect(() => refuseOtherModel(signature, 'other')).toThrow(/reload the page/);
  expect(() => refuseOtherModel(signature, 'model')).not.toThrow();
});
