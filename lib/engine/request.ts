import { MOST_TOP_FILTERS, type NarrowMode, type NarrowOptions, type Where } from './types';
import { checkCount, checkNumber, readFilters, refuse } from './validation';

const MODES: readonly NarrowMode[] = ['published', 'and', 'overlap'];
const DEFAULT_LIMIT = 300;

/** A query, checked, with its defaults. One object is filled anew for each search, so that searching allocates nothing. */
export interface Request {
  /** The first `n` are the query's. */
  readonly filters: Uint16Array;
  n: number;
  mode: NarrowMode;
  limit: number;
  atLeast: number;
  where: Where | undefined;
  excludeOwner: number | undefined;
  /** Whether stronger filters count more. */
  ranked: boolean;
}

export function emptyRequest(): Request {
  return {
    filters: new Uint16Array(MOST_TOP_FILTERS),
    n: 0,
    mode: 'and',
    limit: DEFAULT_LIMIT,
    atLeast: 1,
    where: undefined,
    excludeOwner: undefined,
    ranked: false,
  };
}

export function readRequest(topFilters: ArrayLike<number>, options: NarrowOptions, out: Request): void {
  out.n = readFilters(topFilters, out.filters);
  readOptions(options, out);
}

/** Fills in everything but the filters. */
export function readOptions(options: NarrowOptions, out: Request): void {
  out.mode = checkMode(options);
  out.limit = checkLimit(options);
  out.atLeast = checkAtLeast(options, out.limit);
  out.ranked = checkWeights(options) === 'rank';
  out.where = options.where;
  out.excludeOwner = options.excludeOwner;
  if (out.excludeOwner !== undefined) checkNumber(out.excludeOwner, 'excludeOwner');
}

/** Options for as many owners as results are asked for, or as `limit` allows. */
export function withFloor(options: NarrowOptions, k: number): NarrowOptions {
  checkCount(k);
  return { ...options, atLeast: Math.max(options.atLeast ?? 1, Math.min(k, checkLimit(options))) };
}

export function checkRoom(out: Uint32Array, options: NarrowOptions): void {
  const limit = checkLimit(options);
  if (out.length >= limit) return;
  refuse('bad-options', `out holds ${out.length} numbers: expected room for the limit, ${limit}.`);
}

function checkMode({ mode = 'and' }: NarrowOptions): NarrowMode {
  if (MODES.includes(mode)) return mode;
  return refuse('bad-options', `mode is ${JSON.stringify(mode)}: expected one of ${MODES.join(', ')}.`);
}

function checkLimit({ limit = DEFAULT_LIMIT }: NarrowOptions): number {
  if (Number.isInteger(limit) && limit >= 1) return limit;
  return refuse('bad-options', `limit is ${String(limit)}: expected a whole number of 1 or more.`);
}

function checkAtLeast({ atLeast = 1 }: NarrowOptions, limit: number): number {
  if (Number.isInteger(atLeast) && atLeast >= 0 && atLeast <= limit) return atLeast;
  return refuse(
    'bad-options',
    `atLeast is ${String(atLeast)}: expected a whole number from 0 to the limit, ${limit}.`,
  );
}

function checkWeights({ weights = 'equal' }: NarrowOptions): 'equal' | 'rank' {
  if (weights === 'equal' || weights === 'rank') return weights;
  return refuse('bad-options', `weights is ${JSON.stringify(weights)}: expected 'equal' or 'rank'.`);
}
