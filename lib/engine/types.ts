/**
 * The words of the search engine. Sizes are those of VGG16's last pooling layer: 512 filters, maps of 7×7.
 * Nothing in this folder imports anything from outside it.
 */

/** Number of convolution filters, so of bits in a filter vector. */
export const FILTERS = 512;
/** How many of the strongest filters describe a picture. */
export const TOP_FILTERS = 25;
/** Bytes of one feature vector: 512 × 7 × 7 bits. */
export const FEATURE_BYTES = (FILTERS * 7 * 7) / 8;

/** One picture, as the engine knows it. Several pictures may belong to one owner (a product). */
export interface Entry {
  /** Caller's number of the picture, 0 … 2³²−1, unique in the index. */
  readonly id: number;
  /** Caller's number of the product the picture belongs to, 0 … 2³²−1. Results are one per owner. */
  readonly owner: number;
  /** Filter numbers 0 … 511, strongest first, distinct; at most 64 of them. */
  readonly topFilters: ArrayLike<number>;
  /** What a search may filter by, e.g. `inStock`, `category:7`. Each tag is a bitmap over all slots. */
  readonly tags?: readonly string[];
}

/** A predicate over tags: every group must be met by at least one of its tags, and no tag of `none` may be there. */
export interface Where {
  readonly every?: readonly (string | readonly string[])[];
  readonly none?: readonly string[];
}

export interface NarrowOptions {
  /** Narrowing stops as soon as at most this many pictures are left. Default 300. */
  readonly limit?: number;
  /** Never fewer distinct owners than this while that many meet `where`. Default 1. */
  readonly atLeast?: number;
  readonly where?: Where;
  /** Pictures of this owner are no candidates (a product is not similar to itself). */
  readonly excludeOwner?: number;
}

/** A search result. Order: similarity descending, then owner ascending, then id ascending. */
export interface Match {
  readonly id: number;
  readonly owner: number;
  /** Jaccard similarity of the feature bits, 0 … 1; J(∅, ∅) is 0. */
  readonly similarity: number;
}

/** A candidate whose feature bits the caller has fetched (3,136 bytes each). */
export interface Candidate {
  readonly id: number;
  readonly owner: number;
  readonly featureBits: Uint8Array;
}
