import { priceBand } from '@/lib/catalogue/price-band';

/** What the index can filter pictures by. */
export interface TaggedRow {
  readonly categoryId: number;
  readonly merchantId: number;
  readonly priceKrw: number;
  readonly inStock: boolean | null;
}

/** The tag of pictures whose product can be bought. */
export const IN_STOCK = 'inStock';

/** Binary digits of the greatest number a merchant may have. */
const MOST_DIGITS = 32;

/** Every tag of a picture. */
export function tagsOf({ categoryId, merchantId, priceKrw, inStock }: TaggedRow): string[] {
  const tags = [categoryTag(categoryId), priceTag(priceBand(priceKrw)), ...merchantTags(merchantId)];
  if (inStock) tags.push(IN_STOCK);
  return tags;
}

/** The tag of a category's pictures. */
export function categoryTag(categoryId: number): string {
  return `category:${categoryId}`;
}

/** The tag of pictures whose price is in the band. */
export function priceTag(band: number): string {
  return `price:${band}`;
}

/**
 * The tags of a merchant's pictures: how many binary digits its number has, and each of them. A tag of its own for each
 * merchant would cost the index a bitmap per merchant, hundreds of bytes per picture in a large market place; so there
 * are 96 at most.
 */
export function merchantTags(merchantId: number): string[] {
  const digits = merchantId.toString(2);
  return [lengthTag(digits.length), ...Array.from(digits, (digit, place) => digitTag(place, digit === '1'))];
}

/** Tags of which the pictures of every other merchant have at least one, and those of this merchant none. */
export function otherMerchantsTags(merchantId: number): string[] {
  const digits = merchantId.toString(2);
  const lengths = Array.from({ length: MOST_DIGITS }, (_, i) => i + 1).filter(
    (length) => length !== digits.length,
  );
  return [...lengths.map(lengthTag), ...Array.from(digits, (digit, place) => digitTag(place, digit === '0'))];
}

const lengthTag = (length: number) => `merchantDigits:${length}`;
const digitTag = (place: number, one: boolean) => `merchantDigit${place}:${one ? 1 : 0}`;
