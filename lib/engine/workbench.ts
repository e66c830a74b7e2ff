import { createKernel } from './kernels';
import type { Kernel, KernelName } from './kernels/kernel';
import { FEATURE_BYTES } from './types';

const QUERY = 64;
const CANDIDATE = QUERY + FEATURE_BYTES;

/** A kernel with room for a query and a candidate in its memory, shared by all comparisons in progress. */
export class Workbench {
  /** The query that lies in memory now. */
  #query: Uint8Array | undefined;
  readonly #bytes: Uint8Array;

  constructor(private readonly kernel: Kernel) {
    this.#bytes = new Uint8Array(kernel.memory.buffer);
  }

  /** Puts a candidate in its place, until the next one. */
  place(candidate: Uint8Array): void {
    this.#bytes.set(candidate, CANDIDATE);
  }

  /** Ones of the candidate, of `bytes` bytes. */
  ones(bytes: number): number {
    return this.kernel.ones(CANDIDATE, bytes);
  }

  /** Ones that `query` shares with the candidate. `query` must not have changed since it was given before. */
  common(query: Uint8Array): number {
    this.#load(query);
    return this.kernel.intersection(QUERY, CANDIDATE, query.length);
  }

  /** Sum of the squares of the candidate's bytes. */
  norm(bytes: number): number {
    return this.kernel.dot(CANDIDATE, CANDIDATE, bytes);
  }

  /** Sum of the products of the bytes of `query` and of the candidate. `query` as for `common`. */
  dot(query: Uint8Array): number {
    this.#load(query);
    return this.kernel.dot(QUERY, CANDIDATE, query.length);
  }

  #load(query: Uint8Array): void {
    if (this.#query !== query) this.#bytes.set(query, QUERY);
    this.#query = query;
  }
}

const workbenches = new Map<KernelName | undefined, Workbench>();

/** One per kernel; without a name, that of the fastest that runs here. */
export function workbench(kernel: KernelName | undefined): Workbench {
  let bench = workbenches.get(kernel);
  if (!bench) workbenches.set(kernel, (bench = new Workbench(createKernel(kernel))));
  return bench;
}
