/**
 * The words of the search engine. Sizes are those of VGG16's last pooling layer: 512 filters, maps of 7×7.
 * Nothing in this folder imports anything from outside it.
 */

/** Number of convolution filters, so of bits in a filter vector. */
export const FILTERS = 512;
/** How many of the strongest filters describe a picture. */
export const TOP_FILTERS = 25;
/** The most top filters a picture or a query may have. */
export const MOST_TOP_FILTERS = 64;
/** Bytes of one feature vector: 512 × 7 × 7 bits. */
export const FEATURE_BYTES = (FILTERS * 7 * 7) / 8;
/** Bytes of one intensity vector: the 512 intensities, quantised per picture so that the greatest is 255. */
export const INTENSITY_BYTES = FILTERS;

/** One picture, as the engine knows it. Several pictures may belong to one owner (a product). */
export interface Entry {
  /** Caller's number of the picture, 0 … 2³²−1, unique in the index. */
  readonly id: number;
  /** Caller's number of the product the picture belongs to, 0 … 2³²−1. Results are one per owner. */
  readonly owner: number;
  /** Filter numbers 0 … 511, strongest first, distinct; 1 to 64 of them. */
  readonly topFilters: ArrayLike<number>;
  /** What a search may filter by, e.g. `inStock`, `category:7`. Each tag is a bitmap over all slots. */
  readonly tags?: readonly string[];
  /** 3,136 bytes. Only indexes that compare feature bits read them; `BitwiseIndex` does not. */
  readonly featureBits?: Uint8Array;
}

/**
 * A predicate over tags: every group must be met by at least one of its tags (an empty group by nothing), and no tag
 * of `none` may be there. A tag that no picture has is met by none.
 */
export interface Where {
  readonly every?: readonly (string | readonly string[])[];
  readonly none?: readonly string[];
}

/**
 * How candidates are found. All start from the pictures that meet `where` and are not of `excludeOwner`; if these are
 * at most `limit`, they are the candidates.
 *
 * - `published`: keep the pictures that have the query's strongest filter, then of these the ones that have the second,
 *   … until at most `limit` are left or all filters are used. May end with none, or with more than `limit`.
 * - `and`: the same, but a filter that would leave fewer distinct owners than the floor is skipped. The floor is
 *   `atLeast`, or the number of owners there were at the start if that is smaller. If more than `limit` are left after
 *   the last filter, the best `limit` of them are kept, as `overlap` would choose them.
 * - `overlap`: the best `limit` pictures by the number of top filters shared with the query (`weights: 'rank'`: the
 *   strongest fifth of the query's filters counts 4 each, the next two fifths 2, the rest 1), ties by lower slot. If these have fewer distinct
 *   owners than the floor, the best picture of each of the best `atLeast` owners goes in first.
 */
export type NarrowMode = 'published' | 'and' | 'overlap';

export interface NarrowOptions {
  /** Default `and`. */
  readonly mode?: NarrowMode;
  /** Narrowing stops as soon as at most this many pictures are left. 1 or more, default 300. */
  readonly limit?: number;
  /** Never fewer distinct owners than this while that many meet `where`. 0 … `limit`, default 1. */
  readonly atLeast?: number;
  readonly where?: Where;
  /** Pictures of this owner are no candidates (a product is not similar to itself). */
  readonly excludeOwner?: number;
  /** How shared filters are counted where they are counted. Default `equal`: each counts 1. */
  readonly weights?: 'equal' | 'rank';
}

/** A search result. Order: similarity descending, then owner ascending, then id ascending. */
export interface Match {
  readonly id: number;
  readonly owner: number;
  /** By feature bits their Jaccard similarity, J(∅, ∅) = 0; by intensities their cosine, 0 if either has none; by both the mean. 0 … 1. */
  readonly similarity: number;
}

/** A candidate whose feature bits the caller has fetched (3,136 bytes each), or fetches when they are read. */
export interface Candidate {
  readonly id: number;
  readonly owner: number;
  /** Number of ones in the feature bits, where it is known: hopeless candidates are then skipped unread. */
  readonly ones?: number;
  readonly featureBits: Uint8Array;
}

/** A candidate whose intensities the caller has fetched (512 bytes each). */
export interface IntensityCandidate {
  readonly id: number;
  readonly owner: number;
  readonly intensityBytes: Uint8Array;
}

/** A candidate that was ranked by intensities and whose feature bits the caller has fetched since. */
export interface ShortlistedCandidate {
  readonly id: number;
  readonly owner: number;
  /** Its similarity by intensities. */
  readonly cosine: number;
  readonly featureBits: Uint8Array;
}

/** What pictures are searched by. */
export interface Signature {
  readonly topFilters: ArrayLike<number>;
  readonly featureBits: Uint8Array;
}

/** Brings pictures with their feature bits from wherever these are kept, in any order; it may be lazy. */
export type FetchCandidates = (ids: Uint32Array) => Iterable<Candidate>;

/**
 * What every index can do. `Query` is what it narrows by: top filters (bitwise, exhaustive) or feature bits (MinHash).
 * Slots are numbers an index gives its pictures, the lowest free one first; they break ties and order candidates, so
 * equal histories give equal answers. Refusals are EngineInputErrors and change nothing.
 */
/** Bytes that an index takes. */
export interface IndexMemory {
  /** Bitmaps of the filters and of the living. */
  readonly filters: number;
  readonly tags: number;
  /** Numbers and owners of the pictures, and the tables that find them. */
  readonly tables: number;
  /** What the kernels work in, with room for growth; filters and tags lie in it. */
  readonly memory: number;
}

export interface PictureIndex<Query> {
  /** Number of pictures. */
  readonly size: number;
  has(id: number): boolean;
  /** Puts a new picture into the lowest free slot. */
  add(entry: Entry): void;
  /** Replaces everything known of a picture; it keeps its slot. */
  update(entry: Entry): void;
  /** Takes a picture out; false if it was not there. Its slot is used again. */
  remove(id: number): boolean;
  /** Ids of the candidates for a query, by ascending slot. */
  narrow(query: Query, options?: NarrowOptions): Uint32Array;
  /**
   * Of the candidates the k most similar to the query by feature bits, best first, one per owner. There are candidates
   * of k owners or of `limit`, where that many meet `where`. `ExhaustiveIndex` compares all pictures instead.
   */
  search(query: Signature, k: number, options: NarrowOptions, fetch: FetchCandidates): Match[];
  /** The whole index as bytes; the class's `from` reads them back, for the same model only. */
  serialize(modelId: string): Uint8Array;
}
