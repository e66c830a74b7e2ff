import { BitwiseIndex, MinHashIndex, type NarrowOptions, TOP_FILTERS } from '@/lib/engine';
import { type BenchCatalogue, CATALOGUE_FILTERS } from '@/scripts/bench/catalogue';
import { seedProgress } from '@/scripts/seed-progress';
import { built, type Method } from './method';
import { RowScan } from './row-scan';
import { GraphIndex } from './graph-index';

/** How many candidates narrowing leaves, and how many products are wanted in the end. */
export const LIMIT = 300;
export const K = 10;

/**
 * Every method, built on the catalogue; `asked` are the products it will be asked for. MinHash comes last: what it gives
 * back while its tables grow would be taken for memory that the next one does without.
 */
export function buildMethods(catalogue: BenchCatalogue, asked: readonly number[]): Method[] {
  return [
    rowScan(catalogue, asked),
    ...bitwise(catalogue, asked, TOP_FILTERS, {
      'bitwise-and': { mode: 'published' },
      'bitwise-and-floor': { mode: 'and' },
      'overlap-equal': { mode: 'overlap' },
      overlap: { mode: 'overlap', weights: 'rank' },
    }),
    ...bitwise(catalogue, asked, CATALOGUE_FILTERS, { 'overlap-50': { mode: 'overlap', weights: 'rank' } }),
    graph(catalogue, asked),
    minHash(catalogue, asked),
  ];
}

function rowScan(catalogue: BenchCatalogue, asked: readonly number[]): Method {
  const filters = asked.map((product) => topFilters(catalogue, product, TOP_FILTERS));
  const { index, cost } = built(catalogue.size, () => new RowScan(catalogue));
  return { name: 'row-scan', candidates: (q) => index.narrow(filters[q]!, LIMIT), ...cost };
}

/** One index of the first `n` filters of each product, asked in several ways. */
function bitwise(
  catalogue: BenchCatalogue,
  asked: readonly number[],
  n: number,
  ways: Readonly<Record<string, NarrowOptions>>,
): Method[] {
  const filters = asked.map((product) => topFilters(catalogue, product, n));
  const { index, cost } = built(catalogue.size, () => bitwiseIndex(catalogue, n));
  const out = new Uint32Array(catalogue.size);
  return Object.entries(ways).map(([name, way]) => {
    const options = { ...way, limit: LIMIT, atLeast: K };
    const candidates = (q: number) => out.subarray(0, index.narrowInto(filters[q]!, options, out));
    return { name, candidates, ...cost, hasBitmaps: true };
  });
}

function bitwiseIndex(catalogue: BenchCatalogue, n: number): BitwiseIndex {
  const index = new BitwiseIndex();
  forEachProduct('bitwise index', catalogue, (id) => {
    index.add({ id, owner: id, topFilters: topFilters(catalogue, id, n) });
  });
  return index;
}

function minHash(catalogue: BenchCatalogue, asked: readonly number[]): Method {
  const { index, cost } = built(catalogue.size, () => {
    const minHashIndex = new MinHashIndex();
    const featureBits = catalogue.featuresOf(0);
    forEachProduct('MinHash index', catalogue, (id) => {
      catalogue.featuresOf(id, featureBits);
      minHashIndex.add({ id, owner: id, topFilters: topFilters(catalogue, id, TOP_FILTERS), featureBits });
    });
    return minHashIndex;
  });
  const features = asked.map((product) => catalogue.featuresOf(product));
  const candidates = (q: number) => index.narrow(features[q]!, { limit: LIMIT, atLeast: K });
  return { name: 'minhash-lsh', candidates, ...cost };
}

function graph(catalogue: BenchCatalogue, asked: readonly number[]): Method {
  const { index, cost } = built(catalogue.size, () => {
    const graphIndex = new GraphIndex(LIMIT);
    forEachProduct('usearch index', catalogue, (id) => {
      graphIndex.add(id, topFilters(catalogue, id, TOP_FILTERS));
    });
    graphIndex.flush();
    return graphIndex;
  });
  const filters = asked.map((product) => topFilters(catalogue, product, TOP_FILTERS));
  return { name: 'usearch', candidates: (q) => index.nearest(filters[q]!), ...cost };
}

/** Calls `visit` with each product, showing how far it is. */
function forEachProduct(what: string, { size }: BenchCatalogue, visit: (product: number) => void): void {
  const every = 10_000;
  const progress = seedProgress(`${what}, ${size.toLocaleString('en')} products`, size);
  for (let product = 0; product < size; product++) {
    visit(product);
    if ((product + 1) % every === 0) progress.step(every);
  }
  progress.end();
}

function topFilters(catalogue: BenchCatalogue, product: number, n: number): Uint16Array {
  return catalogue.filtersOf(product).subarray(0, n);
}
