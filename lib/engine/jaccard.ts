import { createKernel } from './kernels';
import type { Kernel, KernelName } from './kernels/kernel';
import { FEATURE_BYTES } from './types';

/** Compares feature bits with one query. Any number of these may be in use at once. */
export class JaccardTo {
  readonly #bench: Workbench;
  /** A copy of our own: what the caller does to its array later changes nothing. */
  readonly #query: Uint8Array;
  readonly #queryOnes: number;

  constructor(query: Uint8Array, kernel?: KernelName) {
    this.#bench = workbench(kernel);
    this.#query = query.slice();
    this.#queryOnes = this.#bench.ones(query);
  }

  /** The most similar that feature bits with so many ones can be. */
  bound(ones: number): number {
    const greater = Math.max(ones, this.#queryOnes);
    return greater === 0 ? 0 : Math.min(ones, this.#queryOnes) / greater;
  }

  /** |A∧B| / |A∨B|, 0 for two empty sets; or just some number below `least` if the similarity is below it. */
  similarity(featureBits: Uint8Array, least = 0): number {
    const ones = this.#bench.ones(featureBits);
    const bound = this.bound(ones);
    if (bound < least) return bound;
    const common = this.#bench.common(this.#query);
    const union = this.#queryOnes + ones - common;
    return union === 0 ? 0 : common / union;
  }
}

/** A kernel with room for a query and a candidate in its memory. */
class Workbench {
  /** The query that lies in memory now. */
  #query: Uint8Array | undefined;
  readonly #bytes: Uint8Array;

  constructor(private readonly kernel: Kernel) {
    this.#bytes = new Uint8Array(kernel.memory.buffer);
  }

  /** Puts a candidate in its place and counts its ones. */
  ones(candidate: Uint8Array): number {
    this.#bytes.set(candidate, CANDIDATE);
    return this.kernel.ones(CANDIDATE, FEATURE_BYTES);
  }

  /** Ones that `query` shares with the last candidate. `query` must not have changed since it was given before. */
  common(query: Uint8Array): number {
    if (this.#query !== query) this.#bytes.set(query, QUERY);
    this.#query = query;
    return this.kernel.intersection(QUERY, CANDIDATE, FEATURE_BYTES);
  }
}

const QUERY = 64;
const CANDIDATE = QUERY + FEATURE_BYTES;

const workbenches = new Map<KernelName | undefined, Workbench>();

function workbench(kernel: KernelName | undefined): Workbench {
  let bench = workbenches.get(kernel);
  if (!bench) workbenches.set(kernel, (bench = new Workbench(createKernel(kernel))));
  return bench;
}
