import { PER_PAGE } from '@/app/shop/list/shape';
import { SORTS } from '@/lib/catalogue/types';
import { listHref, productHref } from '@/lib/url-state';
import { seededRandom } from '@/lib/engine/seeded-random';
import { ShopProducts } from '@/scripts/bench-million/shop-products';

/** Addresses of one kind of page, in the order they are asked for. */
export interface Pages {
  readonly method: string;
  readonly paths: readonly string[];
  /** Asked for by one visitor at a time, whatever the number of connections. */
  readonly alone?: boolean;
}

/** Enough that a page is hardly asked for twice in one run. */
const DRAWN = 20_000;
const COMMON_WORDS = ['milk', '우유', 'tea'];

/** The kinds of page of a shop with so many products; the product pages come first. */
export function pagesOf(products: number, seed: number): Pages[] {
  const { categories } = new ShopProducts(products);
  const random = seededRandom(seed);
  const below = (end: number) => Math.floor(random() * end);
  const draw = (path: () => string) => Array.from({ length: DRAWN }, path);
  const product = draw(() => productHref(1 + below(products)));
  const sort = () => SORTS[below(SORTS.length)]!;
  const category = () => categories[below(categories.length)]!.slug;
  const lastPage = Math.ceil(products / PER_PAGE);
  return [
    { method: 'product-page', paths: product },
    { method: 'product-page-alone', paths: product, alone: true },
    { method: 'main-page', paths: ['/shop/main'] },
    { method: 'list', paths: draw(() => listHref({ category: category(), sort: sort() })) },
    { method: 'list-in-stock', paths: draw(() => listHref({ category: category(), inStockOnly: true })) },
    { method: 'list-deep', paths: draw(() => listHref({ sort: sort(), page: 1 + below(lastPage) })) },
    { method: 'words-common', paths: COMMON_WORDS.map((q) => listHref({ q })) },
    { method: 'words-rare', paths: draw(() => listHref({ q: String(1 + below(products)) })) },
  ];
}
