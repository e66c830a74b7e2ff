import { FEATURE_BYTES, FILTERS, TOP_FILTERS } from '@/lib/engine';
import type { BenchCatalogue } from '@/scripts/bench/catalogue';

const ROW_BYTES = FILTERS / 8;

/**
 * The original algorithm: one 64-byte row of filter bits per product; the list of products is filtered filter by
 * filter, strongest first, until at most `limit` are left; these are compared byte by byte. Kinder to it than the
 * original was: rows lie one after another instead of in objects, and lists are typed arrays that are used again.
 */
export class RowScan {
  readonly #rows: Uint8Array;
  readonly #lists: [Uint32Array, Uint32Array];

  constructor(catalogue: BenchCatalogue) {
    this.#rows = new Uint8Array(catalogue.size * ROW_BYTES);
    for (let product = 0; product < catalogue.size; product++) {
      for (const filter of catalogue.filtersOf(product).subarray(0, TOP_FILTERS)) {
        this.#rows[product * ROW_BYTES + (filter >> 3)]! |= 1 << (filter & 7);
      }
    }
    this.#lists = [new Uint32Array(catalogue.size), new Uint32Array(catalogue.size)];
  }

  /** The products left, valid until the next call. */
  narrow(topFilters: Uint16Array, limit: number): Uint32Array {
    let [left, next] = this.#lists;
    let count = left.length;
    for (let product = 0; product < count; product++) left[product] = product;
    for (const filter of topFilters) {
      if (count <= limit) break;
      count = this.#filtered(left, count, filter, next);
      [left, next] = [next, left];
    }
    return left.subarray(0, count);
  }

  #filtered(list: Uint32Array, count: number, filter: number, out: Uint32Array): number {
    const byte = filter >> 3;
    const mask = 1 << (filter & 7);
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const product = list[i]!;
      if (this.#rows[product * ROW_BYTES + byte]! & mask) out[kept++] = product;
    }
    return kept;
  }
}

const ONES = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length);

/** Jaccard similarity byte by byte. */
export function bytewiseJaccard(a: Uint8Array, b: Uint8Array): number {
  let common = 0;
  let union = 0;
  for (let i = 0; i < FEATURE_BYTES; i++) {
    common += ONES[a[i]! & b[i]!]!;
    union += ONES[a[i]! | b[i]!]!;
  }
  return union === 0 ? 0 : common / union;
}
