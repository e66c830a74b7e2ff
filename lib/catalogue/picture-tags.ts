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

/**
 * Each tag is made once: looking up a text that was just put together costs several times what looking up a known one
 * does, and a picture has a dozen.
 */
const categoryTags = new Map<number, string>();
const PRICE_TAGS = Array.from({ length: 16 }, (_, band) => `price:${band}`);
const LENGTH_TAGS = Array.from({ length: MOST_DIGITS + 1 }, (_, length) => `merchantDigits:${length}`);
const ONE_TAGS = Array.from({ length: MOST_DIGITS }, (_, place) => `merchantDigit${place}:1`);
const ZERO_TAGS = Array.from({ length: MOST_DIGITS }, (_, place) => `merchantDigit${place}:0`);

/** Every tag of a picture. */
export function tagsOf({ categoryId, merchantId, priceKrw, inStock }: TaggedRow): string[] {
  const tags = [knownCategoryTag(categoryId), priceTag(priceBand(priceKrw)), ...merchantTags(merchantId)];
  if (inStock) tags.push(IN_STOCK);
  return tags;
}

/** The tag of a category's pictures. */
export function categoryTag(categoryId: number): string {
  return `category:${categoryId}`;
}

/** Kept for categories that exist only: a filter may name any number. */
function knownCategoryTag(categoryId: number): string {
  let tag = categoryTags.get(categoryId);
  if (tag === undefined) categoryTags.set(categoryId, (tag = categoryTag(categoryId)));
  return tag;
}

/** The tag of pictures whose price is in the band. */
export function priceTag(band: number): string {
  return PRICE_TAGS[band] ?? `price:${band}`;
}

/**
 * The tags of a merchant's pictures, which no other merchant's have all of: how many binary digits its number has, and each of them. A tag of its own for each
 * merchant would cost the index a bitmap per merchant, hundreds of bytes per picture in a large market place; so there
 * are 96 at most.
 */
export function merchantTags(merchantId: number): string[] {
  const digits = merchantId.toString(2);
  const tags = [lengthTag(digits.length)];
  for (let place = 0; place < digits.length; place++) tags.push(digitTag(place, digits[place] === '1'));
  return tags;
}

/** Tags of which the pictures of every other merchant have at least one, and those of this merchant none. */
export function otherMerchantsTags(merchantId: number): string[] {
  const digits = merchantId.toString(2);
  const lengths = Array.from({ length: MOST_DIGITS }, (_, i) => i + 1).filter(
    (length) => length !== digits.length,
  );
  return [...lengths.map(lengthTag), ...Array.from(digits, (digit, place) => digitTag(place, digit === '0'))];
}

const lengthTag = (length: number) => LENGTH_TAGS[length]!;
const digitTag = (place: number, one: boolean) => (one ? ONE_TAGS : ZERO_TAGS)[place]!;
