import { demoCatalogue, type DemoProduct, type Words } from '@/db/seed';
import { searchText } from '@/lib/catalogue/search-text';

const FAMILY = 5;
const SOLD_OUT_SHARE = 0.05;
/** Every eighth product has two reviews. */
const REVIEWED_EVERY = 8;
const REVIEWS_EACH = 2;
const DAYS = 420;
const DAY_MS = 86_400_000;
/** The data set is the same whenever it is made: its products came before this day. */
const TODAY = Date.UTC(2026, 0, 1);

export interface ShopProduct {
  readonly sku: string;
  readonly family: string;
  readonly merchantId: number;
  readonly categoryId: number;
  readonly title: Words;
  readonly description: Words;
  readonly searchText: string;
  readonly priceKrw: number;
  readonly stock: number;
  readonly reviewCount: number;
  readonly ratingSum: number;
  readonly createdAt: Date;
}

export interface ShopReview {
  readonly product: number;
  readonly author: string;
  readonly rating: number;
  readonly text: Words;
  readonly createdAt: Date;
}

/** A product of the demo shop that products of the data set are made after. */
interface Model {
  readonly product: DemoProduct;
  readonly merchantId: number;
  readonly categoryId: number;
  readonly description: Words;
  readonly searchText: string;
}

/**
 * Any number of products that resemble those of the demo shop: the same titles with a number behind, the beginning of
 * the same descriptions, other prices, some sold out, some reviewed. Everything follows from the product's number.
 */
export class ShopProducts {
  readonly merchants: readonly { slug: string; name: Words }[];
  readonly categories: readonly { slug: string; title: Words }[];
  readonly reviewCount: number;
  readonly #models: readonly Model[];
  readonly #reviews: readonly { author: string; rating: number; text: Words }[];

  constructor(readonly size: number) {
    const { merchants, categories, products } = demoCatalogue();
    this.merchants = merchants;
    this.categories = categories;
    this.reviewCount = Math.ceil(size / REVIEWED_EVERY) * REVIEWS_EACH;
    this.#reviews = products.flatMap(({ reviews }) => reviews);
    const numbers = (all: readonly { slug: string }[]) => new Map(all.map(({ slug }, i) => [slug, i + 1]));
    const [merchantIds, categoryIds] = [numbers(merchants), numbers(categories)];
    this.#models = products.map((product) =>
      modelOf(product, merchantIds.get(product.merchantSlug)!, categoryIds.get(product.categorySlug)!),
    );
  }

  /** @param i 0 is the first product, whose number in the shop is 1 */
  product(i: number): ShopProduct {
    const model = this.#models[mix(i, 1) % this.#models.length]!;
    const { product, merchantId, categoryId, description } = model;
    const reviews = this.#reviewsOf(i);
    return {
      ...{ merchantId, categoryId, description },
      sku: `BENCH-${i + 1}`,
      family: `bench-${Math.floor(i / FAMILY)}`,
      title: { ko: `${product.title.ko} #${i + 1}`, en: `${product.title.en} #${i + 1}` },
      searchText: `${model.searchText} ${searchText([String(i + 1)])}`,
      priceKrw: Math.max(100, Math.round((product.priceKrw * (0.5 + 1.5 * share(i, 2))) / 100) * 100),
      stock: share(i, 3) < SOLD_OUT_SHARE ? 0 : 1 + (mix(i, 4) % 90),
      reviewCount: reviews.length,
      ratingSum: reviews.reduce((sum, { rating }) => sum + rating, 0),
      createdAt: new Date(TODAY - DAY_MS - Math.floor(share(i, 5) * DAYS * DAY_MS)),
    };
  }

  /** @param r 0 is the first review */
  review(r: number): ShopReview {
    const product = Math.floor(r / REVIEWS_EACH) * REVIEWED_EVERY;
    const { author, rating, text } = this.#reviews[mix(r, 6) % this.#reviews.length]!;
    const createdAt = new Date(TODAY - Math.floor(share(r, 7) * DAY_MS));
    return { product, author, rating, text, createdAt };
  }

  #reviewsOf(i: number): ShopReview[] {
    if (i % REVIEWED_EVERY !== 0) return [];
    const first = (i / REVIEWED_EVERY) * REVIEWS_EACH;
    return Array.from({ length: REVIEWS_EACH }, (_, r) => this.review(first + r));
  }
}

function modelOf(product: DemoProduct, merchantId: number, categoryId: number): Model {
  const { title } = product;
  const description = {
    ko: firstSentence(product.description.ko),
    en: firstSentence(product.description.en),
  };
  const words = searchText([title.ko, title.en, description.ko, description.en]);
  return { product, merchantId, categoryId, description, searchText: words };
}

const firstSentence = (text: string) => /^[^.]*\.?/.exec(text)![0];

/** 0 ≤ x < 1 */
const share = (a: number, b: number) => mix(a, b) / 2 ** 32;

function mix(a: number, b: number): number {
  let mixed = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
