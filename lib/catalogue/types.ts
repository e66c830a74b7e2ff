/** What pages show. Plain data: safe to hand to any component. */

export const LOCALES = ['ko', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export type LocalizedText = Readonly<Record<Locale, string>>;

export interface Picture {
  /** Address without a size: `/media/<key>`; the image loader appends the width. */
  readonly src: string;
  /** Pixels of the largest stored size. */
  readonly width: number;
  readonly height: number;
  /** A few blurred pixels as a data URL, shown until the picture has arrived. */
  readonly placeholder: string;
}

export interface Category {
  readonly id: number;
  readonly slug: string;
  readonly title: LocalizedText;
}

export interface CategoryWithPicture extends Category {
  readonly productCount: number;
  readonly picture: Picture | null;
}

export interface ProductCard {
  readonly id: number;
  readonly title: LocalizedText;
  readonly priceKrw: number;
  readonly inStock: boolean;
  readonly category: Category;
  readonly merchant: LocalizedText;
  readonly picture: Picture;
  /** 1 … 5; null while there is no review. */
  readonly rating: number | null;
  readonly reviewCount: number;
}

export interface ProductDetail extends Omit<ProductCard, 'picture'> {
  readonly sku: string;
  readonly description: LocalizedText;
  readonly stock: number;
  readonly pictures: readonly Picture[];
  /** Products of one family are the same thing in other flavours or sizes; null if it has none. */
  readonly family: string | null;
  readonly createdAt: Date;
}

export interface Review {
  readonly id: number;
  readonly author: string;
  readonly rating: number;
  readonly text: LocalizedText;
  readonly createdAt: Date;
}

export const SORTS = ['newest', 'price-asc', 'price-desc', 'rating'] as const;
export type Sort = (typeof SORTS)[number];

export interface ListQuery {
  readonly category?: string;
  readonly text?: string;
  readonly sort: Sort;
  /** 1, 2, 3 … */
  readonly page: number;
  readonly perPage: number;
  readonly inStockOnly?: boolean;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  /** There may be more than `total`: counting stopped there. */
  readonly capped: boolean;
  readonly page: number;
  readonly pageCount: number;
}

export interface SimilarProduct extends ProductCard {
  /** Cosine of the intensities, or Jaccard similarity of the feature bits: by which is a setting. 0 … 1. */
  readonly similarity: number;
}

/** `warming`: the index is still loading (fraction 0 … 1). `unavailable`: it could not be loaded, or has no signature for this product. */
export type SimilarProducts =
  | { readonly state: 'ready'; readonly items: readonly SimilarProduct[] }
  | { readonly state: 'warming'; readonly fraction: number }
  | { readonly state: 'unavailable' };

/** A snapshot of the index on disk. */
export interface KeptSnapshot {
  readonly takenAt: Date;
  /** The last change that is in it. */
  readonly seq: number;
}

/** A product that shows a picture already which a merchant is about to register. */
export interface NearDuplicate {
  readonly id: number;
  readonly title: LocalizedText;
  readonly merchant: LocalizedText;
  /** The picture that is nearly the same, which need not be the one on the card. */
  readonly picture: Picture;
  readonly inStock: boolean;
  /** 0 … 1. */
  readonly similarity: number;
}

/** What is told of a picture before it is uploaded. */
export interface PreviewMatches {
  /** What shoppers would be shown next to it. */
  readonly similar: SimilarProducts;
  /** Products of the merchant's own that show it already. */
  readonly duplicates: readonly NearDuplicate[];
}

/** How the search index of this process is doing. */
export interface IndexStatus {
  /** `starting`: not asked to load yet. `failed`: loading did not succeed; it is tried again by itself. */
  readonly state: 'starting' | 'loading' | 'ready' | 'failed';
  /** Share of the catalogue that is loaded, 0 … 1. */
  readonly fraction: number;
  /** Products and pictures that can be found. */
  readonly products: number;
  readonly pictures: number;
  readonly modelId: string;
  /** Whether the WebAssembly SIMD kernels are in use. */
  readonly simd: boolean;
  /** The last change that the index has taken in. */
  readonly lastSeq: number;
  /** What the index was made from, once it is ready: a snapshot and the changes since, or the whole catalogue. */
  readonly bootedFrom?: 'snapshot' | 'database';
  /** When the newest snapshot of it was taken. */
  readonly snapshotAt?: Date;
  /** A new index that is being made beside the one that answers. */
  readonly replacement?: {
    readonly reason: 'rebuild' | 'model-change';
    readonly modelId: string;
    readonly fraction: number;
    /** It could not be made; for a change of the model that is tried again by itself. */
    readonly failing: boolean;
  };
  /** What is wrong at the moment; with `ready`, the index answers but cannot hear of changes. */
  readonly error?: string;
}
