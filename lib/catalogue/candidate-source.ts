import type { FoundRow, PriceRange } from '@/db/queries/similar';
import type { Stopwatch } from '@/lib/catalogue/stopwatch';

/** What a search starts from. */
export interface QueryPicture {
  readonly imageId: number;
  /** As stored: strongest first. */
  readonly topFilters: Uint8Array;
  /** What it is compared by, by both its intensities; null if the picture lacks something of that. */
  readonly bytes: Uint8Array | null;
  /** Where pictures are compared by both. */
  readonly featureBits?: Uint8Array;
}

/** One that can be compared. */
export type ComparedPicture = QueryPicture & { readonly bytes: Uint8Array };

/** What to order. */
export interface Candidates {
  /** A picture of the catalogue, or one that is in none. */
  readonly query: Omit<ComparedPicture, 'imageId'>;
  readonly imageIds: Uint32Array;
  readonly wanted: number;
  readonly price: PriceRange;
}

/** A result: what its card shows, and how similar its best picture is. */
export interface RankedRow {
  readonly row: FoundRow;
  readonly similarity: number;
}

/** Where it is read what pictures are compared by. All sources give the same results. */
export interface CandidateSource {
  /** The product's first picture; undefined if it has none, or is no product of the catalogue. */
  queryPicture(productId: number, watch: Stopwatch): Promise<QueryPicture | undefined>;
  /** The candidates most similar to the query that can be shown and bought, one per product, at most `wanted`. */
  best(candidates: Candidates, watch: Stopwatch): Promise<RankedRow[]>;
  /** Lets go of what is held open. */
  close(): void;
}
