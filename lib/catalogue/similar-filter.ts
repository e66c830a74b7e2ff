import { z } from 'zod';
import type { PriceRange } from '@/db/queries/similar';
import { IN_STOCK, categoryTag, otherMerchantsTags, priceTag } from '@/lib/catalogue/picture-tags';
import { ANY_PRICE, bandsWithin, isWholeBands } from '@/lib/catalogue/price-band';
import type { Where } from '@/lib/engine';
import { parseInput } from '@/lib/errors';

const MOST_CATEGORIES = 1_000;

const id = z
  .int()
  .min(0)
  .max(2 ** 32 - 1);
const krw = z.number().min(0, { error: 'expected 0 or more' }).max(ANY_PRICE.to);

const schema = z.strictObject({
  /** Only products of these categories; of none, if the list is empty. */
  categoryIds: z.array(id).max(MOST_CATEGORIES).optional(),
  /** Only prices in this range, in won, both ends included. */
  priceKrw: z.strictObject({ from: krw.optional(), to: krw.optional() }).optional(),
  /** Nothing of this merchant. */
  exceptMerchantId: id.optional(),
});

/** Which products may be found at all: what is left out does not take the place of anything. */
export type SimilarFilter = z.input<typeof schema>;

/** A filter as a search needs it. */
export interface SearchScope {
  /** What the index knows. */
  readonly where: Where;
  /** What the database has to look at besides, since the index knows prices by band only. */
  readonly price: PriceRange;
  /** Whether some of what meets `where` may be outside of the price range. */
  readonly priceIsRough: boolean;
}

/** Only what can be bought, and what the filter leaves. @throws CallerError for a filter that is none */
export function scopeOf(filter: SimilarFilter = {}): SearchScope {
  const { categoryIds, priceKrw, exceptMerchantId } = parseInput(schema, filter, 'filter');
  const price = {
    from: priceKrw?.from ?? ANY_PRICE.from,
    to: priceKrw?.to ?? ANY_PRICE.to,
  };
  const every: (string | string[])[] = [IN_STOCK];
  if (categoryIds) every.push(categoryIds.map(categoryTag));
  if (priceKrw) every.push(bandsWithin(price).map(priceTag));
  if (exceptMerchantId !== undefined) every.push(otherMerchantsTags(exceptMerchantId));
  return { where: { every }, price, priceIsRough: !isWholeBands(price) };
}
