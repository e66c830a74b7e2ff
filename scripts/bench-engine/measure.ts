import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BitwiseIndex, MinHashIndex, type NarrowOptions, rankByJaccard, TOP_FILTERS } from '@/lib/engine';
import { bytewiseJaccard, RowScan } from './row-scan';
import { SyntheticCatalogue } from './synthetic-catalogue';
import { type Job, type Timing, timeAll } from './timing';
import { trueNeighbours } from './true-neighbours';

export interface Result extends Timing {
  readonly n: number;
  readonly method: string;
  /** Growth of the process when it was built, divided by n; null for what builds nothing. */
  readonly bytesPerProduct: number | null;
  readonly productsPerSecond: number | null;
  /** Of the true ten nearest by feature bits, the share among the candidates; null for what finds none. */
  readonly recallAt10: number | null;
  /** Mean number of candidates. */
  readonly candidates: number | null;
}

interface Method {
  readonly name: string;
  readonly candidates: (query: number) => Uint32Array;
  readonly bytesPerProduct: number;
  readonly productsPerSecond: number;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const LIMIT = 300;
const K = 10;
/** MinHash takes 2.6 kB per product and hashes each bit 500 times: at a million this is hours and gigabytes. */
const MOST_FOR_MINHASH = 100_000;

/** Every method on a catalogue of `n` products, with `queries` of its products as queries. */
export function measure(n: number, queries: number, seed: number): Result[] {
  const catalogue = new SyntheticCatalogue(n, seed);
  const asked = Array.from({ length: queries }, (_, q) => Math.floor((q * n) / queries));
  const methods = buildMethods(catalogue, asked);
  checkSame(methods, queries);
  const truth = trueNeighbours(catalogue, asked, K);
  const rerank = rerankJobs(catalogue, asked, methods);
  const jobs = new Map<string, Job>(
    methods.map(({ name, candidates }) => [name, (q) => candidates(q).length]),
  );
  const timings = timeAll(new Map([...jobs, ...rerank]), queries);
  return [...timings].map(([name, timing]) => {
    const method = methods.find((each) => each.name === name);
    const found = method && asked.map((_, q) => Uint32Array.from(method.candidates(q)));
    return {
      n,
      method: name,
      ...timing,
      bytesPerProduct: method?.bytesPerProduct ?? null,
      productsPerSecond: method?.productsPerSecond ?? null,
      recallAt10: found ? mean(found.map((ids, q) => recall(ids, truth[q]!))) : null,
      candidates: found ? mean(found.map(({ length }) => length)) : null,
    };
  });
}

function buildMethods(catalogue: SyntheticCatalogue, asked: readonly number[]): Method[] {
  const filters = asked.map((product) => catalogue.filtersOf(product).subarray(0, TOP_FILTERS));
  const scan = built(catalogue.size, () => new RowScan(catalogue));
  const bitwise = built(catalogue.size, () => bitwiseIndex(catalogue));
  const out = new Uint32Array(catalogue.size);
  const narrow = (options: NarrowOptions) => (q: number) =>
    out.subarray(0, bitwise.index.narrowInto(filters[q]!, { ...options, limit: LIMIT, atLeast: K }, out));
  const methods: Method[] = [
    { name: 'row-scan', candidates: (q) => scan.index.narrow(filters[q]!, LIMIT), ...scan.cost },
    { name: 'bitwise-and', candidates: narrow({ mode: 'published' }), ...bitwise.cost },
    { name: 'bitwise-and-floor', candidates: narrow({ mode: 'and' }), ...bitwise.cost },
    { name: 'overlap', candidates: narrow({ mode: 'overlap' }), ...bitwise.cost },
    { name: 'overlap-rank', candidates: narrow({ mode: 'overlap', weights: 'rank' }), ...bitwise.cost },
  ];
  if (catalogue.size > MOST_FOR_MINHASH) return methods;
  const minhash = built(catalogue.size, () => minhashIndex(catalogue));
  const features = asked.map((product) => catalogue.featuresOf(product));
  const candidates = (q: number) => minhash.index.narrow(features[q]!, { limit: LIMIT, atLeast: K });
  return [...methods, { name: 'minhash-lsh', candidates, ...minhash.cost }];
}

function bitwiseIndex(catalogue: SyntheticCatalogue): BitwiseIndex {
  const index = new BitwiseIndex();
  for (let id = 0; id < catalogue.size; id++)
    index.add({ id, owner: id, topFilters: catalogue.filtersOf(id).subarray(0, TOP_FILTERS) });
  return index;
}

function minhashIndex(catalogue: SyntheticCatalogue): MinHashIndex {
  const index = new MinHashIndex();
  for (let id = 0; id < catalogue.size; id++) {
    index.add({
      id,
      owner: id,
      topFilters: catalogue.filtersOf(id).subarray(0, TOP_FILTERS),
      featureBits: catalogue.featuresOf(id),
    });
  }
  return index;
}

/** Builds an index, and what that cost in time and in growth of the process. */
function built<Index>(n: number, build: () => Index) {
  collectGarbage();
  const memory = process.memoryUsage.rss();
  const start = performance.now();
  const index = build();
  const seconds = (performance.now() - start) / 1000;
  collectGarbage();
  const bytesPerProduct = (process.memoryUsage.rss() - memory) / n;
  return { index, cost: { bytesPerProduct, productsPerSecond: n / seconds } };
}

/** The bitwise AND must leave the very products that the original leaves; otherwise times mean nothing. */
function checkSame(methods: readonly Method[], queries: number): void {
  const [scan, bitwise] = methods;
  for (let q = 0; q < queries; q++) {
    const expected = Uint32Array.from(scan!.candidates(q)).toString();
    if (bitwise!.candidates(q).toString() !== expected)
      throw new Error(`query ${q}: the two narrowings disagree`);
  }
}

/** Re-ranking of the same 300 candidates, as the original did and as we do. */
function rerankJobs(catalogue: SyntheticCatalogue, asked: readonly number[], methods: readonly Method[]) {
  const overlap = methods.find(({ name }) => name === 'overlap')!;
  const cases = asked.map((product, q) => ({
    query: catalogue.featuresOf(product),
    candidates: [...overlap.candidates(q)].map((id) => ({
      id,
      owner: id,
      featureBits: catalogue.featuresOf(id),
    })),
  }));
  return new Map<string, Job>([
    ['rerank', (q) => rankByJaccard(cases[q]!.query, cases[q]!.candidates, K).length],
    ['rerank-bytewise', (q) => bytewiseRanking(cases[q]!.query, cases[q]!.candidates)],
  ]);
}

function bytewiseRanking(query: Uint8Array, candidates: readonly { featureBits: Uint8Array }[]): number {
  const ranked = candidates
    .map(({ featureBits }) => bytewiseJaccard(query, featureBits))
    .sort((a, b) => b - a);
  return ranked.slice(0, K).length;
}

function recall(candidates: Uint32Array, truth: readonly number[]): number {
  const found = new Set(candidates);
  return truth.filter((id) => found.has(id)).length / truth.length;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
