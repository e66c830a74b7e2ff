import type { EntryRow } from '@/db/queries/index-entries';
import { decodeTopFilters } from '@/lib/catalogue/top-filters';
import { BitwiseIndex, TOP_FILTERS, type NarrowOptions } from '@/lib/engine';

/** The tag of pictures whose product can be bought. */
export const IN_STOCK = 'inStock';

/** The tag of a category's pictures. */
export function categoryTag(categoryId: number): string {
  return `category:${categoryId}`;
}

/** What the index holds of a picture. A snapshot made by another rule is not read. */
export const LAYOUT = `${TOP_FILTERS} filters; inStock, category`;

/** The engine's index of one model's pictures, fed with rows of the database. Any row may come any number of times. */
export class LiveIndex {
  readonly #index: BitwiseIndex;

  constructor(
    readonly modelId: string,
    index = new BitwiseIndex(),
  ) {
    this.#index = index;
  }

  /** What `serialize` gave. @throws SnapshotError if it is not that, or of another model. */
  static from(bytes: Uint8Array, modelId: string): LiveIndex {
    return new LiveIndex(modelId, BitwiseIndex.from(bytes, { modelId }));
  }

  /** The whole index as bytes, which name their model. */
  serialize(): Uint8Array {
    return this.#index.serialize(this.modelId);
  }

  get pictures(): number {
    return this.#index.size;
  }

  get products(): number {
    return this.#index.owners;
  }

  /** Adds the picture, or takes over its product's category and stock. Throws EngineInputError on a damaged signature. */
  put(row: EntryRow): void {
    const entry = {
      id: row.imageId,
      owner: row.productId,
      topFilters: decodeTopFilters(row.topFilters),
      tags: row.inStock ? [IN_STOCK, categoryTag(row.categoryId)] : [categoryTag(row.categoryId)],
    };
    if (this.#index.has(row.imageId)) return this.#index.update(entry);
    this.#index.add(entry);
  }

  /** Forgets the picture, if it is known. */
  drop(imageId: number): void {
    this.#index.remove(imageId);
  }

  /** Picture numbers of the candidates. */
  narrow(topFilters: ArrayLike<number>, options: NarrowOptions): Uint32Array {
    return this.#index.narrow(topFilters, options);
  }
}
