import { BitwiseIndex, type Match, type NarrowOptions, rankByIntensities } from '@/lib/engine';
import { seededRandom } from '@/lib/engine/seeded-random';
import type { BenchCatalogue } from '@/scripts/bench/catalogue';
import { mean, recallOf } from '@/scripts/eval/precision';
import { byBoth, byFeatures, byIntensities, nearest } from './nearest';

const K = 10;
export const LIMITS = [100, 200, 300, 500, 700, 1000, 2000, 3000, 5000] as const;
const PUBLISHED_LIMIT = 300;

/** One way of narrowing: filters per product in the index, and of the query. */
interface Narrowing {
  readonly method: 'bitwise-and' | 'overlap';
  readonly filters: number;
  readonly asked: number;
  readonly weights: NonNullable<NarrowOptions['weights']>;
}

const NARROWINGS: readonly Narrowing[] = [
  { method: 'bitwise-and', filters: 25, asked: 25, weights: 'equal' },
  { method: 'overlap', filters: 25, asked: 25, weights: 'equal' },
  { method: 'overlap', filters: 25, asked: 25, weights: 'rank' },
  { method: 'overlap', filters: 25, asked: 50, weights: 'rank' },
  { method: 'overlap', filters: 50, asked: 50, weights: 'equal' },
  { method: 'overlap', filters: 50, asked: 50, weights: 'rank' },
];

export const RERANKERS = ['intensities', 'features', 'both'] as const;
/** `both`: the shop's, which compares by the mean of both only the best of the candidates by intensities. */
export type RerankerName = (typeof RERANKERS)[number];
const SHORTLIST = 100;

/** What narrowing keeps of the true ten on one catalogue: a row of the reports. */
export interface RecallRow extends Narrowing {
  /** Which catalogue: `photos`, `mixed`, … */
  readonly catalogue: string;
  readonly n: number;
  /** Most candidates, and how many were left on average. */
  readonly limit: number;
  readonly candidates: number;
  /** Whose ten best are the true ones. */
  readonly reranker: RerankerName;
  readonly recallAt10: number;
  /** Milliseconds of narrowing. */
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly meanMs: number;
}

/** How near the true neighbours are: quantiles of the similarity of the first and of the tenth. */
export interface Nearness {
  readonly catalogue: string;
  readonly n: number;
  readonly reranker: RerankerName;
  readonly first: Quantiles;
  readonly tenth: Quantiles;
}

interface Quantiles {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export interface RecallMeasured {
  readonly rows: readonly RecallRow[];
  readonly nearness: readonly Nearness[];
}

/** Asks with `queries` products of the catalogue, drawn by chance; none finds itself. */
export function measureRecall(
  name: string,
  catalogue: BenchCatalogue,
  { queries, seed, onProgress }: { queries: number; seed: number; onProgress: (products: number) => void },
): RecallMeasured {
  const asked = drawn(queries, catalogue.size, seed);
  const truths: readonly Truth[] = [
    { reranker: 'intensities', truth: nearest(catalogue, asked, K, byIntensities, onProgress) },
    { reranker: 'features', truth: nearest(catalogue, asked, K, byFeatures, onProgress) },
    { reranker: 'both', truth: nearest(catalogue, asked, K, byBoth, onProgress) },
  ];
  const rows: RecallRow[] = [];
  for (const filters of new Set(NARROWINGS.map((narrowing) => narrowing.filters))) {
    const index = indexOf(catalogue, filters);
    for (const narrowing of NARROWINGS.filter((one) => one.filters === filters)) {
      for (const limit of narrowing.method === 'overlap' ? LIMITS : [PUBLISHED_LIMIT]) {
        const found = narrow(index, catalogue, asked, narrowing, limit);
        for (const { reranker, truth } of truths) {
          if (reranker === 'both' && !isOfTheShop(narrowing)) continue;
          const compared = found.ids.map((ids, q) =>
            reranker === 'both' ? shortlistOf(catalogue, asked[q]!, ids) : [...ids],
          );
          const recalls = truth.map((matches, q) => recallOf(compared[q]!, idsOf(matches)));
          rows.push({
            catalogue: name,
            n: catalogue.size,
            ...narrowing,
            limit,
            candidates: mean(found.ids.map(({ length }) => length)),
            reranker,
            recallAt10: mean(recalls),
            ...found.times,
          });
        }
      }
    }
  }
  return { rows, nearness: truths.map((one) => nearnessOf(name, catalogue.size, one)) };
}

/** The true ten of each query. */
interface Truth {
  readonly reranker: RerankerName;
  readonly truth: readonly (readonly Match[])[];
}

function isOfTheShop({ filters, asked, weights }: Narrowing): boolean {
  return filters === 50 && asked === 50 && weights === 'rank';
}

/** The best of the candidates by intensities. */
function shortlistOf(catalogue: BenchCatalogue, query: number, ids: Uint32Array): number[] {
  const candidates = Array.from(ids, (id) => ({
    id,
    owner: id,
    intensityBytes: catalogue.intensitiesOf(id),
  }));
  return idsOf(rankByIntensities(catalogue.intensitiesOf(query), candidates, SHORTLIST));
}

function narrow(
  index: BitwiseIndex,
  catalogue: BenchCatalogue,
  queries: readonly number[],
  { method, asked, weights }: Narrowing,
  limit: number,
) {
  const mode = method === 'overlap' ? 'overlap' : 'published';
  const times: number[] = [];
  const ids = queries.map((query) => {
    const filters = catalogue.filtersOf(query).subarray(0, asked);
    const startedAt = performance.now();
    const found = index.narrow(filters, { mode, weights, limit, atLeast: K, excludeOwner: query });
    times.push(performance.now() - startedAt);
    return found;
  });
  return { ids, times: timesOf(times) };
}

function indexOf(catalogue: BenchCatalogue, filters: number): BitwiseIndex {
  const index = new BitwiseIndex();
  for (let id = 0; id < catalogue.size; id++) {
    index.add({ id, owner: id, topFilters: catalogue.filtersOf(id).subarray(0, filters) });
  }
  return index;
}

/** Distinct products. */
function drawn(count: number, size: number, seed: number): number[] {
  const random = seededRandom(seed);
  const products = new Set<number>();
  while (products.size < Math.min(count, size)) products.add(Math.floor(random() * size));
  return [...products];
}

function nearnessOf(catalogue: string, n: number, { reranker, truth }: Truth): Nearness {
  const at = (place: number) => quantilesOf(truth.map((matches) => matches[place]?.similarity ?? 0));
  return { catalogue, n, reranker, first: at(0), tenth: at(K - 1) };
}

function quantilesOf(values: readonly number[]): Quantiles {
  return { p10: quantile(values, 0.1), p50: quantile(values, 0.5), p90: quantile(values, 0.9) };
}

function timesOf(times: readonly number[]) {
  return {
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    p99Ms: quantile(times, 0.99),
    meanMs: mean(times),
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

function idsOf(matches: readonly Match[]): number[] {
  return matches.map(({ id }) => id);
}
