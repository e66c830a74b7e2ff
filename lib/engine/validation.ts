import { EngineInputError, type EngineInputCode } from './errors';
import { type Entry, FEATURE_BYTES, FILTERS, INTENSITY_BYTES, MOST_TOP_FILTERS } from './types';

const GREATEST_NUMBER = 0xffffffff;

/** Throws if an index cannot take the entry. Writes its filters to `filters` and returns how many there are. */
export function checkEntry({ id, owner, topFilters, tags = NO_TAGS }: Entry, filters: Uint16Array): number {
  checkNumber(id, 'id');
  checkNumber(owner, 'owner');
  for (let i = 0; i < tags.length; i++) checkTag(tags[i]!, id);
  return readFilters(topFilters, filters);
}

export const NO_TAGS: readonly string[] = [];

export function checkNumber(value: number, what: string): void {
  if (Number.isInteger(value) && value >= 0 && value <= GREATEST_NUMBER) return;
  refuse('bad-number', `${what} is ${String(value)}: expected a whole number from 0 to ${GREATEST_NUMBER}.`);
}

/** One flag per filter; set to 0 on entry. */
const seen = new Uint8Array(FILTERS);

/** Copies 1 to 64 distinct filter numbers into `out` and returns how many. Allocates nothing. */
export function readFilters(topFilters: ArrayLike<number>, out: Uint16Array): number {
  const n = topFilters.length;
  if (n === 0)
    refuse('bad-filters', 'there are no top filters: a picture without activation has no signature.');
  if (!(n <= MOST_TOP_FILTERS)) {
    refuse('bad-filters', `there are ${n} top filters: give the strongest ${MOST_TOP_FILTERS} or fewer.`);
  }
  seen.fill(0);
  for (let rank = 0; rank < n; rank++) out[rank] = checkFilter(topFilters[rank]!, rank);
  return n;
}

function checkFilter(filter: number, rank: number): number {
  if (!Number.isInteger(filter) || filter < 0 || filter >= FILTERS) {
    refuse(
      'bad-filters',
      `top filter ${rank} is ${String(filter)}: expected a filter number from 0 to ${FILTERS - 1}.`,
    );
  }
  if (seen[filter] === 1) {
    refuse('bad-filters', `top filter ${rank} repeats filter ${filter}: name each filter once.`);
  }
  seen[filter] = 1;
  return filter;
}

function checkTag(tag: string, id: number): void {
  if (typeof tag === 'string' && tag !== '') return;
  refuse(
    'bad-tags',
    `picture ${id} has the tag ${JSON.stringify(tag)}: expected text of one letter or more.`,
  );
}

export function checkFeatureBits(featureBits: Uint8Array, whose: string): void {
  if (isBytes(featureBits, FEATURE_BYTES)) return;
  refuse('bad-feature-bits', `feature bits of ${whose} are ${wrongBytes(featureBits, FEATURE_BYTES)}`);
}

export function checkIntensities(intensityBytes: Uint8Array, whose: string): void {
  if (isBytes(intensityBytes, INTENSITY_BYTES)) return;
  refuse('bad-intensities', `intensities of ${whose} are ${wrongBytes(intensityBytes, INTENSITY_BYTES)}`);
}

function isBytes(value: unknown, length: number): boolean {
  return value instanceof Uint8Array && value.length === length;
}

function wrongBytes(value: unknown, length: number): string {
  const found = value instanceof Uint8Array ? `${value.length} bytes` : typeof value;
  return `${found}: expected a Uint8Array of ${length} bytes.`;
}

/** How many results are asked for: a whole number, 0 or more. */
export function checkCount(k: number): void {
  if (!Number.isInteger(k) || k < 0) {
    refuse(
      'bad-options',
      `k is ${String(k)}: expected how many results you want, a whole number of 0 or more.`,
    );
  }
}

export function refuse(code: EngineInputCode, message: string): never {
  throw new EngineInputError(code, message);
}
