import { CallerError } from '@/lib/errors';

/** Options that every benchmark on the data set has. */
export const DATA_SET_OPTIONS = {
  folder: { type: 'string', default: '.data/bench/million' },
  products: { type: 'string', default: '1000000' },
  seed: { type: 'string', default: '1' },
  json: { type: 'string' },
  out: { type: 'string' },
} as const;

/** @throws CallerError that names the option */
export function wholeNumber(option: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw new CallerError(
    'invalid-input',
    `--${option} is ${JSON.stringify(text)}: give a whole number from ${least} on.`,
  );
}
