import { FEATURE_BYTES } from '@/lib/engine';
import { BestMatches } from '@/lib/engine/best-matches';
import { createKernel } from '@/lib/engine/kernels';
import type { Kernel } from '@/lib/engine/kernels/kernel';
import type { BenchCatalogue } from '@/scripts/bench/catalogue';
import { seedProgress } from '@/scripts/seed-progress';
import type { Run } from './timing';

/** Products whose feature bits are in memory at a time: 13 MB. */
const BLOCK = 4096;
const CACHE_LINE = 64;
const PAGE_BYTES = 65_536;

export interface Truth {
  /** Of each query the k nearest products, itself included. */
  readonly nearest: readonly (readonly number[])[];
  /** What comparing all products took. */
  readonly run: Run;
}

/**
 * The k nearest of each query by feature bits, among all products. A million feature vectors are 3 GB, so they are made
 * block after block, and each query is compared with the block; only the comparing is timed. That is kind to it: the
 * vectors come from the cache.
 */
export function trueNeighbours(catalogue: BenchCatalogue, queries: readonly number[], k: number): Truth {
  const { size } = catalogue;
  const bench = new Comparisons(catalogue, queries, k);
  const progress = seedProgress(`every product, ${size.toLocaleString('en')} of them`, size);
  for (let first = 0; first < size; first += BLOCK) {
    bench.compareBlock(first, Math.min(BLOCK, size - first));
    progress.step(Math.min(BLOCK, size - first));
  }
  progress.end();
  return bench.truth();
}

/** Queries and a block of products in the kernel's memory. */
class Comparisons {
  readonly #kernel: Kernel = createKernel();
  readonly #bytes: Uint8Array;
  readonly #block: number;
  readonly #queryOnes: number[];
  readonly #best: BestMatches[];
  readonly #times: number[];
  #cpuMs = 0;

  constructor(
    private readonly catalogue: BenchCatalogue,
    private readonly queries: readonly number[],
    k: number,
  ) {
    this.#block = CACHE_LINE + queries.length * FEATURE_BYTES;
    this.#kernel.memory.grow(Math.ceil((this.#block + BLOCK * FEATURE_BYTES) / PAGE_BYTES));
    this.#bytes = new Uint8Array(this.#kernel.memory.buffer);
    queries.forEach((product, q) => this.#bytes.set(catalogue.featuresOf(product), this.#query(q)));
    this.#queryOnes = queries.map((_, q) => this.#kernel.ones(this.#query(q), FEATURE_BYTES));
    this.#best = queries.map(() => new BestMatches(k));
    this.#times = queries.map(() => 0);
  }

  compareBlock(first: number, count: number): void {
    for (let i = 0; i < count; i++) {
      const at = this.#block + i * FEATURE_BYTES;
      this.catalogue.featuresOf(first + i, this.#bytes.subarray(at, at + FEATURE_BYTES));
    }
    const cpu = process.cpuUsage();
    this.queries.forEach((_, q) => {
      const start = performance.now();
      this.#compare(q, first, count);
      this.#times[q]! += performance.now() - start;
    });
    const { user, system } = process.cpuUsage(cpu);
    this.#cpuMs += (user + system) / 1000;
  }

  truth(): Truth {
    const nearest = this.#best.map(({ list }) => list.map(({ id }) => id));
    return { nearest, run: { times: this.#times, cpuMs: this.#cpuMs / this.queries.length } };
  }

  #compare(q: number, first: number, count: number): void {
    const best = this.#best[q]!;
    for (let i = 0; i < count; i++) {
      const at = this.#block + i * FEATURE_BYTES;
      const common = this.#kernel.intersection(this.#query(q), at, FEATURE_BYTES);
      const union = this.#queryOnes[q]! + this.#kernel.ones(at, FEATURE_BYTES) - common;
      best.offer({ id: first + i, owner: first + i, similarity: union === 0 ? 0 : common / union });
    }
  }

  #query(q: number): number {
    return CACHE_LINE + q * FEATURE_BYTES;
  }
}
