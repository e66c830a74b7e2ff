import type { BenchCatalogue } from '@/scripts/bench/catalogue';
import { bitmapBytesPerProduct } from './bitmap-cost';
import type { Method } from './method';
import { buildMethods, K } from './methods';
import { rerankJobs } from './rerank';
import { SyntheticCatalogue } from './synthetic-catalogue';
import { type Job, summarise, timeAll, type Timing } from './timing';
import { trueNeighbours, type Truth } from './true-neighbours';

export interface Result extends Timing {
  readonly n: number;
  readonly method: string;
  /** How many times faster than the row scan (re-ranking: than byte by byte), by median and by processor time. */
  readonly timesFaster: number;
  readonly timesFasterCpu: number;
  /** Growth of the process while the index was built; null for what builds none. */
  readonly bytesPerProduct: number | null;
  /** The same while nothing but the bitmaps of filters and of the living were filled; null where there are none. */
  readonly bitmapBytesPerProduct: number | null;
  readonly productsPerSecond: number | null;
  /** Of the true ten nearest by feature bits, the share among the candidates; null for what finds none. */
  readonly recallAt10: number | null;
  /** Mean number of candidates. */
  readonly candidates: number | null;
}

/** Every method on a catalogue of `n` products, with `queries` of its products as queries. */
export function measure(n: number, queries: number, seed: number): Result[] {
  console.log(`making up ${n.toLocaleString('en')} products …`);
  const catalogue = new SyntheticCatalogue(n, seed);
  const asked = Array.from({ length: queries }, (_, q) => Math.floor((q * n) / queries));
  const methods = buildMethods(catalogue, asked);
  // Last, so that no index is built while this memory is given back.
  const bitmapBytes = bitmapBytesPerProduct(catalogue);
  checkSame(methods, queries);
  const truth = trueNeighbours(catalogue, asked, K);
  const timings = timeMethods(catalogue, asked, methods);
  const exhaustive = { timing: summarise([truth.run]), recallAt10: 1, candidates: n };
  return [...timings, { name: 'exhaustive', ...exhaustive }].map((one) => {
    const method = methods.find(({ name }) => name === one.name);
    const timed = method ? { ...one, ...quality(method, truth) } : one;
    const result = resultOf(n, timed, method, timings);
    return method?.hasBitmaps ? { ...result, bitmapBytesPerProduct: bitmapBytes } : result;
  });
}

interface Timed {
  readonly name: string;
  readonly timing: Timing;
  readonly recallAt10?: number;
  readonly candidates?: number;
}

function timeMethods(
  catalogue: BenchCatalogue,
  asked: readonly number[],
  methods: readonly Method[],
): Timed[] {
  console.log(`asking ${asked.length} times, five runs of each method …`);
  const overlap = methods.find(({ name }) => name === 'overlap')!;
  const narrowing = methods.map(({ name, candidates }): [string, Job] => [name, (q) => candidates(q).length]);
  const jobs = new Map([...narrowing, ...rerankJobs(catalogue, asked, overlap.candidates)]);
  return [...timeAll(jobs, asked.length)].map(([name, timing]) => ({ name, timing }));
}

function resultOf(n: number, timed: Timed, method: Method | undefined, all: readonly Timed[]): Result {
  const { name, timing } = timed;
  const baseline = all.find((other) => other.name === baselineOf(name))!.timing;
  return {
    n,
    method: name,
    ...timing,
    timesFaster: baseline.p50Ms / timing.p50Ms,
    timesFasterCpu: baseline.cpuMs / timing.cpuMs,
    bytesPerProduct: method?.bytesPerProduct ?? null,
    bitmapBytesPerProduct: null,
    productsPerSecond: method?.productsPerSecond ?? null,
    recallAt10: timed.recallAt10 ?? null,
    candidates: timed.candidates ?? null,
  };
}

/** The original's way of the same step. */
function baselineOf(method: string): string {
  return method.startsWith('rerank') ? 'rerank-bytewise' : 'row-scan';
}

function quality({ candidates }: Method, { nearest }: Truth) {
  const found = nearest.map((_, q) => Uint32Array.from(candidates(q)));
  return {
    recallAt10: mean(found.map((ids, q) => recall(ids, nearest[q]!))),
    candidates: mean(found.map(({ length }) => length)),
  };
}

/** The bitwise AND must leave the very products that the original leaves; otherwise times mean nothing. */
function checkSame(methods: readonly Method[], queries: number): void {
  const [scan, bitwise] = ['row-scan', 'bitwise-and'].map((name) =>
    methods.find((one) => one.name === name)!,
  );
  for (let q = 0; q < queries; q++) {
    const expected = Uint32Array.from(scan!.candidates(q)).toString();
    if (bitwise!.candidates(q).toString() !== expected)
      throw new Error(`query ${q}: the two narrowings disagree`);
  }
}

function recall(candidates: Uint32Array, truth: readonly number[]): number {
  const found = new Set(candidates);
  return truth.filter((id) => found.has(id)).length / truth.length;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
