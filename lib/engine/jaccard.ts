import type { KernelName } from './kernels/kernel';
import { FEATURE_BYTES } from './types';
import { type Workbench, workbench } from './workbench';

/** Compares feature bits with one query. Any number of these may be in use at once. */
export class JaccardTo {
  readonly #bench: Workbench;
  /** A copy of our own: what the caller does to its array later changes nothing. */
  readonly #query: Uint8Array;
  readonly #queryOnes: number;

  constructor(query: Uint8Array, kernel?: KernelName) {
    this.#bench = workbench(kernel);
    this.#query = query.slice();
    this.#queryOnes = this.#onesOf(query);
  }

  /** The most similar that feature bits with so many ones can be. */
  bound(ones: number): number {
    const greater = Math.max(ones, this.#queryOnes);
    return greater === 0 ? 0 : Math.min(ones, this.#queryOnes) / greater;
  }

  /** |A∧B| / |A∨B|, 0 for two empty sets; or just some number below `least` if the similarity is below it. */
  similarity(featureBits: Uint8Array, least = 0): number {
    const ones = this.#onesOf(featureBits);
    const bound = this.bound(ones);
    if (bound < least) return bound;
    const common = this.#bench.common(this.#query);
    const union = this.#queryOnes + ones - common;
    return union === 0 ? 0 : common / union;
  }

  #onesOf(featureBits: Uint8Array): number {
    this.#bench.place(featureBits);
    return this.#bench.ones(FEATURE_BYTES);
  }
}
