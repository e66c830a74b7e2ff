import { CATEGORIES } from './catalogue/categories';
import { MERCHANTS } from './catalogue/merchants';
import { products } from './catalogue/products';
import type { DemoCatalogue } from './types';

export type {
  DemoCatalogue,
  DemoCategory,
  DemoMerchant,
  DemoPicture,
  DemoProduct,
  DemoReview,
  Words,
} from './types';

/** The whole demo shop as plain data. Two calls give equal data and equal pictures, on every machine and every day. */
export function demoCatalogue(): DemoCatalogue {
  return { merchants: MERCHANTS, categories: CATEGORIES, products: products() };
}
