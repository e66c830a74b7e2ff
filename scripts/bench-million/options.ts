import { parseArgs } from 'node:util';
import { z } from 'zod';
import { CallerError, messageOf, parseInput } from '@/lib/errors';

/** A number that a benchmark takes besides, by the name of its option. */
export interface NumberOption {
  readonly least: number;
  readonly default: number;
}

export interface BenchOptions<Name extends string> {
  /** Where the data set is, or is to be made. */
  readonly folder: string;
  /** Gets the page and its chart. */
  readonly out: string;
  /** Gets the figures. */
  readonly json?: string;
  readonly numbers: Readonly<Record<Name | 'products' | 'seed', number>>;
}

/** Fewer products than candidates make no comparison. */
const PRODUCTS: NumberOption = { least: 1_000, default: 1_000_000 };
const SEED: NumberOption = { least: 0, default: 1 };

/** @throws CallerError that names every wrong option and what was expected there */
export function readOptions<Name extends string>(
  args: readonly string[],
  more: Readonly<Record<Name, NumberOption>>,
  defaultFolder = '.data/bench/million',
): BenchOptions<Name> {
  const wanted: Readonly<Record<string, NumberOption>> = { products: PRODUCTS, seed: SEED, ...more };
  const { folder, out, json, ...rest } = given(args, wanted, defaultFolder);
  // The schema has these names and no others.
  const numbers = parseInput(schemaOf(wanted), rest, 'command line') as BenchOptions<Name>['numbers'];
  return { folder: String(folder), out: String(out), json: json?.toString(), numbers };
}

function schemaOf(wanted: Readonly<Record<string, NumberOption>>) {
  const wholeNumber = ({ least }: NumberOption) => {
    const error = `expected a whole number from ${least} on`;
    return z.string().regex(/^\d+$/, { error }).transform(Number).pipe(z.int().min(least, { error }));
  };
  return z.object(Object.fromEntries(Object.entries(wanted).map(([name, one]) => [name, wholeNumber(one)])));
}

function given(
  args: readonly string[],
  wanted: Readonly<Record<string, NumberOption>>,
  defaultFolder: string,
) {
  const text = (value?: string) => ({ type: 'string', default: value }) as const;
  const numbers = Object.entries(wanted).map(([name, one]) => [name, text(String(one.default))] as const);
  const options = {
    folder: text(defaultFolder),
    out: text('docs/benchmarks'),
    json: text(),
    ...Object.fromEntries(numbers),
  };
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const names = Object.keys(options).map((name) => `--${name}`);
    throw new CallerError('invalid-input', `${messageOf(error)}. The options are ${names.join(', ')}.`);
  }
}
