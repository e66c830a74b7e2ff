import { and, eq, type SQL } from 'drizzle-orm';
import { product } from '@/db/schema';

/** What shoppers see: products that are in the catalogue and have a picture. */
export function onShow(): SQL | undefined {
  return and(eq(product.listed, true), eq(product.pictured, true));
}
