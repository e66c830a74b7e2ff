import type { EntryRow } from '@/db/queries/index-entries';
import { tagsOf } from '@/lib/catalogue/picture-tags';
import { ANY_PRICE, bandsWithin, priceBand } from '@/lib/catalogue/price-band';
import { searchSettings } from '@/lib/catalogue/search-settings';
import { decodeTopFilters } from '@/lib/catalogue/top-filters';
import { BitwiseIndex, type IndexMemory, type NarrowOptions } from '@/lib/engine';

/** What the index holds of a picture, with where the price bands begin. A snapshot made by another rule is not read. */
export function indexLayout({ filters } = searchSettings()): string {
  const bands = bandsWithin(ANY_PRICE).map(firstPriceOf).join(' ');
  return `${filters} filters; inStock, category, price bands from ${bands}, merchant digits`;
}

/** Asked of `priceBand` itself, by halving: the layout must not say anything else than what pictures are tagged by. */
function firstPriceOf(band: number): number {
  let [below, reached] = [ANY_PRICE.from - 1, ANY_PRICE.to];
  while (reached - below > 1) {
    const middle = Math.floor((below + reached) / 2);
    if (priceBand(middle) < band) below = middle;
    else reached = middle;
  }
  return reached;
}

/** The engine's index of one model's pictures, fed with rows of the database. Any row may come any number of times. */
export class LiveIndex {
  readonly #index: BitwiseIndex;
  /** How many of each picture's strongest filters are in the index: a search should ask with as many. */
  readonly filters = searchSettings().filters;

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

  /** How many bytes it takes. */
  get memory(): IndexMemory {
    return this.#index.memory;
  }

  /** Adds the picture, or takes over what changed of its product. Throws EngineInputError on a damaged signature. */
  put(row: EntryRow): void {
    const entry = {
      id: row.imageId,
      owner: row.productId,
      topFilters: decodeTopFilters(row.topFilters).subarray(0, this.filters),
      tags: tagsOf(row),
    };
    if (this.#index.has(row.imageId)) return this.#index.update(entry);
    this.#index.add(entry);
  }

  /** Forgets the picture, if it is known. */
  drop(imageId: number): void {
    this.#index.remove(imageId);
  }

  /** Picture numbers of the candidates, by a picture's filters, of which the strongest are used. */
  narrow(topFilters: Uint16Array, options: NarrowOptions): Uint32Array {
    return this.#index.narrow(topFilters.subarray(0, this.filters), options);
  }

  /** The product that the picture is of; undefined if the picture is not in the index. */
  productOf(imageId: number): number | undefined {
    return this.#index.ownerOf(imageId);
  }
}
