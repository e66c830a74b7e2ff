import type { KernelName } from './kernels/kernel';
import { INTENSITY_BYTES } from './types';
import { type Workbench, workbench } from './workbench';

/** Compares intensity bytes with one query. Any number of these may be in use at once. */
export class CosineTo {
  readonly #bench: Workbench;
  /** A copy of our own: what the caller does to its array later changes nothing. */
  readonly #query: Uint8Array;
  readonly #queryNorm: number;

  constructor(query: Uint8Array, kernel?: KernelName) {
    this.#bench = workbench(kernel);
    this.#query = query.slice();
    this.#queryNorm = this.#normOf(query);
  }

  /**
   * a·b / (|a| |b|), 0 if either is all zero. Below the root everything is an integer under 2⁵³ and one division, so
   * equal cosines are equal numbers, whatever the scale of a and b, and none exceeds 1.
   */
  similarity(intensityBytes: Uint8Array): number {
    const norms = this.#queryNorm * this.#normOf(intensityBytes);
    if (norms === 0) return 0;
    const dot = this.#bench.dot(this.#query);
    return Math.sqrt((dot * dot) / norms);
  }

  #normOf(intensityBytes: Uint8Array): number {
    this.#bench.place(intensityBytes);
    return this.#bench.norm(INTENSITY_BYTES);
  }
}
