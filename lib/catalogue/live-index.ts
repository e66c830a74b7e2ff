import type { EntryRow } from '@/db/queries/index-entries';
import { decodeTopFilters } from '@/lib/catalogue/top-filters';
import { BitwiseIndex, type NarrowOptions } from '@/lib/engine';

/** The tag of pictures whose product can be bought. */
export const IN_STOCK = 'inStock';

/** The tag of a category's pictures. */
export function categoryTag(categoryId: number): string {
  return `category:${categoryId}`;
}

/** The engine's index of one model's pictures, fed with rows of the database. Any row may come any number of times. */
export class LiveIndex {
  readonly #index = new BitwiseIndex();
  readonly #pictures = new PictureCounts();

  constructor(readonly modelId: string) {}

  get pictures(): number {
    return this.#index.size;
  }

  get products(): number {
    return this.#pictures.products;
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
    this.#pictures.add(row.productId, 1);
  }

  /** Forgets the picture, if it is known. */
  drop(imageId: number, productId: number): void {
    if (this.#index.remove(imageId)) this.#pictures.add(productId, -1);
  }

  /** Picture numbers of the candidates. */
  narrow(topFilters: ArrayLike<number>, options: NarrowOptions): Uint32Array {
    return this.#index.narrow(topFilters, options);
  }
}

/** How many pictures each product has in the index: one byte per product number, so that products can be counted. */
class PictureCounts {
  #counts = new Uint8Array(1024);
  products = 0;

  add(productId: number, change: 1 | -1): void {
    if (productId >= this.#counts.length) this.#grow(productId);
    const before = this.#counts[productId] ?? 0;
    this.#counts[productId] = before + change;
    if (before === 0) this.products++;
    else if (before + change === 0) this.products--;
  }

  #grow(productId: number): void {
    const larger = new Uint8Array(Math.max(productId + 1, this.#counts.length * 2));
    larger.set(this.#counts);
    this.#counts = larger;
  }
}
