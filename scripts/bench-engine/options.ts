import { parseArgs } from 'node:util';
import { z } from 'zod';
import { CallerError, messageOf, parseInput } from '@/lib/errors';

/** Fewer products than candidates make no comparison. */
const FEWEST_PRODUCTS = 1000;
const MOST_PRODUCTS = 10_000_000;

const wholeNumber = (least: number, most: number) => {
  const message = `expected a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d+$/, message)
    .transform(Number)
    .pipe(z.int().min(least, message).max(most, message));
};

const schema = z.object({
  sizes: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(wholeNumber(FEWEST_PRODUCTS, MOST_PRODUCTS)))
    .transform((sizes) => [...new Set(sizes)].sort((a, b) => a - b)),
  queries: wholeNumber(1, FEWEST_PRODUCTS),
  seed: wholeNumber(0, 2 ** 32 - 1),
  out: z.string().min(1, 'expected a folder'),
  json: z.string().min(1, 'expected a file').optional(),
});

export type BenchOptions = z.infer<typeof schema>;

export const USAGE =
  'npm run bench:engine -- [--sizes 10000,100000,1000000] [--queries 100] [--seed 1] [--out docs/benchmarks] [--json FILE]';

/** @throws CallerError that names every wrong option and what was expected there */
export function readOptions(args: readonly string[]): BenchOptions {
  return parseInput(schema, given(args), 'command line');
}

function given(args: readonly string[]) {
  const text = (value: string) => ({ type: 'string', default: value }) as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        sizes: text('10000,100000,1000000'),
        queries: text('100'),
        seed: text('1'),
        out: text('docs/benchmarks'),
        json: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new CallerError('invalid-input', `${messageOf(error)}\n\n${USAGE}`);
  }
}
