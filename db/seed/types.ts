/** The demo catalogue as plain data. Every picture is a function, so that nothing is drawn before it is needed. */

export interface Words {
  readonly ko: string;
  readonly en: string;
}

export interface DemoMerchant {
  readonly slug: string;
  readonly name: Words;
}

export interface DemoCategory {
  readonly slug: string;
  readonly title: Words;
}

export interface DemoReview {
  readonly author: string;
  /** 1 … 5 */
  readonly rating: number;
  readonly text: Words;
  readonly daysAgo: number;
}

export interface DemoPicture {
  /** SVG text, 1000×1000, self-contained: no fonts, no links. */
  draw(): string;
}

export interface DemoProduct {
  readonly sku: string;
  readonly categorySlug: string;
  readonly merchantSlug: string;
  /** Same brand, same body, same label layout; only the flavour differs. */
  readonly family: string;
  /** Name of the flavour, shared by families of the same brand in other shapes. */
  readonly flavour: string;
  readonly title: Words;
  readonly description: Words;
  /** Korean won, a multiple of 100. */
  readonly priceKrw: number;
  /** 0 is sold out. */
  readonly stock: number;
  readonly createdDaysAgo: number;
  readonly reviews: readonly DemoReview[];
  /** 1 … 3, the packshot first. */
  readonly pictures: readonly DemoPicture[];
}

export interface DemoCatalogue {
  readonly merchants: readonly DemoMerchant[];
  readonly categories: readonly DemoCategory[];
  readonly products: readonly DemoProduct[];
}
