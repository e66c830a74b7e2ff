import { Index, MetricKind, ScalarKind } from 'usearch';
import { FILTERS } from '@/lib/engine';

/** Vectors are handed over by the thousand: a call costs more than a vector. */
const BATCH = 1000;
const ONE_THREAD = 1;
/** usearch's own defaults, but for the breadth of a search, which cannot be below the results asked for. */
const CONNECTIVITY = 16;
const EXPANSION_ADD = 128;

/**
 * What one would take from npm instead: usearch, a graph of small worlds (HNSW) over the 512 filter bits by Tanimoto
 * distance, which is 1 − Jaccard similarity. Bits are given as one number each.
 */
export class GraphIndex {
  readonly #index: Index;
  readonly #keys: bigint[] = [];
  readonly #vectors = new Float32Array(BATCH * FILTERS);

  constructor(private readonly limit: number) {
    this.#index = new Index({
      dimensions: FILTERS,
      metric: MetricKind.Tanimoto,
      quantization: ScalarKind.B1,
      connectivity: CONNECTIVITY,
      expansion_add: EXPANSION_ADD,
      expansion_search: limit,
      multi: false,
    });
  }

  /** Takes a product; it is found after the next `flush`. */
  add(product: number, topFilters: Uint16Array): void {
    const first = this.#keys.length * FILTERS;
    for (const filter of topFilters) this.#vectors[first + filter] = 1;
    this.#keys.push(BigInt(product));
    if (this.#keys.length === BATCH) this.flush();
  }

  flush(): void {
    if (this.#keys.length === 0) return;
    const vectors = this.#vectors.subarray(0, this.#keys.length * FILTERS);
    this.#index.add(BigUint64Array.from(this.#keys), vectors, ONE_THREAD);
    this.#keys.length = 0;
    this.#vectors.fill(0);
  }

  /** The products nearest to the filters, as far as the graph finds them. */
  nearest(topFilters: Uint16Array): Uint32Array {
    const vector = new Float32Array(FILTERS);
    for (const filter of topFilters) vector[filter] = 1;
    return Uint32Array.from(this.#index.search(vector, this.limit, ONE_THREAD).keys, Number);
  }
}
