import { barChart } from '@/scripts/bench/chart';
import { BUFFER_POOL_GIB } from '@/scripts/bench-million/server';
import { markdownTable, milliseconds } from '@/scripts/bench-million/markdown';
import { STAGES, type Stage } from './method';
import type { Spread } from './spread';

/** What ratios are against. */
export const BASELINE = 'row-scan+in';

export interface SearchResult extends Spread {
  readonly n: number;
  readonly method: string;
  readonly core: Spread;
  readonly stages: Partial<Record<Stage, Spread>>;
  readonly recallAt10: number | null;
}

/** One way for a process to come by its index. */
export interface BootResult extends Spread {
  readonly n: number;
  readonly method: string;
  readonly productsPerSecond: number;
  /** Growth of the process, divided by n. */
  readonly bytesPerProduct: number | null;
}

export interface SearchReport {
  readonly machine: string;
  readonly commit: string;
  readonly seed: number;
  readonly queries: number;
  readonly results: readonly (SearchResult | BootResult)[];
}

/** The page about the whole search. */
export function searchPage({ machine, commit, queries, seed, results }: SearchReport): string {
  const searches = results.filter((result) => 'stages' in result);
  const boots = results.filter((result) => 'productsPerSecond' in result);
  const n = results[0]!.n.toLocaleString('en');
  return `# The whole search, ${n} products

\`npm run bench:search\`, commit ${commit}, seed ${seed}: ${machine}. MariaDB with a buffer pool of
${BUFFER_POOL_GIB} GiB on the same machine, over a unix socket. ${queries} products, five runs after one to warm up;
methods take turns with each product. Milliseconds.

\`row-scan+…\` is the original search in this process: rows of 64 bytes filtered one filter after the other to at most 300
products, whose features come from MariaDB in one of three ways and are compared byte by byte. \`search-…\` is the shop's
own (\`similarProducts\`), with the features or intensities from a local file or from MariaDB; \`search-file-published\` is
the original's method there: 25 filters, AND to 300, feature bits. All others compare some 700 candidates.

![Time of a search by method](search.svg)

${wholeTable(searches)}

Core: narrowing, fetching what is compared, and comparing. Recall: of the ten products most similar by the method's own
measure, all products compared, the share that it finds; the original knows nothing of stock, the shop shows what is in
stock.

Medians of the stages; where details come with the features, they are in that column:

${stageTable(searches)}

How a process comes by its index:

${bootTable(boots)}
`;
}

/** The medians of the stages behind one another, a row for each method. */
export function searchChart({ results }: SearchReport): string {
  const searches = results.filter((result) => 'stages' in result);
  return barChart({
    title: `A search over ${results[0]!.n.toLocaleString('en')} products, medians of its stages`,
    unit: 'ms',
    rows: searches.map(({ method }) => method),
    series: STAGES.map((stage) => ({
      name: stage,
      values: searches.map(({ stages }) => stages[stage]?.p50Ms ?? 0),
    })),
  });
}

function wholeTable(results: readonly SearchResult[]): string {
  const baseline = results.find(({ method }) => method === BASELINE)!;
  return markdownTable(
    ['method', 'p50', 'p95', 'p99', 'mean', 'p50 of runs', 'ratio', 'core p50', 'core ratio', 'recall@10'],
    results.map((result) => [
      result.method,
      ...[result.p50Ms, result.p95Ms, result.p99Ms, result.meanMs].map(milliseconds),
      result.spreadMs.map(milliseconds).join('–'),
      ratio(baseline.p50Ms, result.p50Ms),
      milliseconds(result.core.p50Ms),
      ratio(baseline.core.p50Ms, result.core.p50Ms),
      result.recallAt10?.toFixed(3) ?? '',
    ]),
  );
}

function stageTable(results: readonly SearchResult[]): string {
  return markdownTable(
    ['method', ...STAGES],
    results.map(({ method, stages }) => [
      method,
      ...STAGES.map((stage) => (stages[stage] ? milliseconds(stages[stage].p50Ms) : '')),
    ]),
  );
}

function bootTable(results: readonly BootResult[]): string {
  return markdownTable(
    ['how', 'ms', 'of runs', 'products/s', 'B/product'],
    results.map((result) => [
      result.method,
      milliseconds(result.p50Ms),
      result.spreadMs.map(milliseconds).join('–'),
      result.productsPerSecond.toLocaleString('en', { maximumFractionDigits: 0 }),
      result.bytesPerProduct?.toFixed(1) ?? '',
    ]),
  );
}

const ratio = (baseline: number, value: number) => `${(baseline / value).toFixed(1)}×`;
