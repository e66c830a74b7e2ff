import { z } from 'zod';
import { FEATURE_BYTES, FILTERS, INTENSITY_BYTES } from '@/lib/engine';
import { CallerError, parseInput } from '@/lib/errors';
import { STORED_FILTERS } from '@/lib/vision';

/** A signature that was not made here, to search by: what the catalogue keeps of a picture. */
export interface GivenSignature {
  readonly modelId: string;
  readonly topFilters: Uint16Array;
  readonly featureBits: Uint8Array;
  readonly intensityBytes: Uint8Array;
}

/** Whatever is wrong with it, nothing further is asked of the signature. */
const base64 = (length: number, what: string) =>
  z.string().transform((text, context) => {
    const bytes = Buffer.from(text, 'base64');
    if (bytes.length === length && bytes.toString('base64') === text) return new Uint8Array(bytes);
    context.issues.push({
      ...{ code: 'custom', input: text, message: `expected ${length} bytes of ${what} as base64` },
    });
    return z.NEVER;
  });

const schema = z
  .strictObject({
    modelId: z.string().max(64),
    topFilters: z
      .array(
        z
          .int()
          .min(0)
          .max(FILTERS - 1),
      )
      .length(STORED_FILTERS)
      .refine((filters) => new Set(filters).size === filters.length, { error: 'expected each filter once' }),
    featureBits: base64(FEATURE_BYTES, 'feature bits'),
    intensityBytes: base64(INTENSITY_BYTES, 'intensities').refine((bytes) => Math.max(...bytes) === 255, {
      error: 'expected the greatest to be 255',
    }),
  })
  .refine(({ topFilters, intensityBytes }) => areStrongest(topFilters, intensityBytes), {
    error: 'expected the filters of greatest intensity, strongest first',
    path: ['topFilters'],
  })
  .refine(({ featureBits }) => featureBits.some((byte) => byte !== 0), {
    error: 'expected at least one bit',
    path: ['featureBits'],
  });

/**
 * Checks a signature that comes from a browser: its form, and that its parts are of one picture.
 * @throws CallerError that names what is wrong
 */
export function parseSignature(input: unknown): GivenSignature {
  const { topFilters, ...rest } = parseInput(schema, input, 'signature');
  return { ...rest, topFilters: Uint16Array.from(topFilters) };
}

/** Signatures of different models say nothing about each other. @throws CallerError */
export function refuseOtherModel({ modelId }: GivenSignature, inUse: string): void {
  if (modelId === inUse) return;
  throw new CallerError(
    'invalid-input',
    `The picture was read by the model ${modelId}, and the catalogue now uses ${inUse}: reload the page.`,
  );
}

/** Whether the filters are in the order of their intensities, and none left out is stronger: bytes cannot tell ties apart. */
function areStrongest(topFilters: readonly number[], intensityBytes: Uint8Array): boolean {
  const bytes = topFilters.map((filter) => intensityBytes[filter]!);
  const inOrder = bytes.every((byte, i) => i === 0 || bytes[i - 1]! >= byte);
  const named = new Set(topFilters);
  return inOrder && intensityBytes.every((byte, filter) => named.has(filter) || byte <= bytes.at(-1)!);
}
