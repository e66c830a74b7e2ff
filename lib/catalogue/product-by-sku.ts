import { productsBySku } from '@/db/queries/product-detail';
import { database } from '@/lib/database';
import { CallerError } from '@/lib/errors';

/**
 * The number of the product with this sku, deleted or not. A sku is a merchant's own name: two merchants may use the
 * same one, and then it must be said whose is meant.
 * @param merchantSlug looks among this merchant's products only
 * @returns undefined if nobody, or not this merchant, has such a product
 * @throws CallerError if several merchants have one
 */
export async function productIdBySku(sku: string, merchantSlug?: string): Promise<number | undefined> {
  const rows = await productsBySku(database(), sku);
  const meant = merchantSlug === undefined ? rows : rows.filter((row) => row.merchantSlug === merchantSlug);
  if (meant.length <= 1) return meant[0]?.id;
  const merchants = meant.map((row) => row.merchantSlug).join(', ');
  throw new CallerError(
    'invalid-input',
    `Several merchants have a product with the sku ${sku}: ${merchants}. Name the merchant whose product is meant.`,
  );
}
