import { z } from 'zod';

const GREATEST_PRICE = 1_000_000_000;
const GREATEST_STOCK = 1_000_000_000;
const MOST_PICTURES = 10;
const MOST_REVIEWS = 1_000;

const name = z
  .string()
  .regex(/^[\w.-]{1,64}$/, { error: 'expected 1 to 64 of the characters A-Z, a-z, 0-9, "_", "." and "-"' });

const words = (least: number, most: number) => {
  const text = z
    .string()
    .trim()
    .min(least, { error: `expected at least ${least} character` })
    .max(most, {
      error: `expected at most ${most} characters`,
    });
  return z.strictObject({ ko: text, en: text });
};

const wholeNumber = (least: number, most: number) =>
  z
    .int({ error: 'expected a whole number' })
    .min(least, { error: `expected ${least} or more` })
    .max(most, {
      error: `expected ${most} or less`,
    });

const picture = z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength > 0, {
  error: 'expected the bytes of a picture file',
});

const review = z.strictObject({
  author: z
    .string()
    .trim()
    .min(1, { error: 'expected a name' })
    .max(80, { error: 'expected at most 80 characters' }),
  rating: wholeNumber(1, 5),
  text: words(0, 4_000),
  createdAt: z.date(),
});

const pictures = z
  .array(picture)
  .min(1, { error: 'expected at least one picture' })
  .max(MOST_PICTURES, { error: `expected at most ${MOST_PICTURES} pictures` });

const changeable = {
  title: words(1, 200),
  description: words(0, 10_000),
  categorySlug: name,
  priceKrw: wholeNumber(0, GREATEST_PRICE),
  pictures,
};

export const stockSchema = wholeNumber(0, GREATEST_STOCK);

/** What somebody says of a product, pictures apart. */
export const productFields = {
  title: changeable.title,
  description: changeable.description,
  categorySlug: changeable.categorySlug,
  priceKrw: changeable.priceKrw,
  stock: stockSchema,
  sku: name,
  /** Products of one family are the same thing in other flavours or sizes. */
  family: name.nullable(),
};

export const newProductSchema = z.strictObject({
  ...changeable,
  ...productFields,
  merchantSlug: name,
  family: productFields.family.default(null),
  createdAt: z.date().optional(),
  reviews: z.array(review).max(MOST_REVIEWS).default([]),
});

/** What may be changed later; pictures replace all that were there. */
export const productPatchSchema = z
  .strictObject(changeable)
  .partial()
  .refine((patch) => Object.values(patch).some((value) => value !== undefined), {
    error: `expected at least one of ${Object.keys(changeable).join(', ')}`,
  });

export type NewProductInput = z.input<typeof newProductSchema>;
export type ProductPatch = z.input<typeof productPatchSchema>;
export type CheckedProduct = z.output<typeof newProductSchema>;
export type CheckedPatch = z.output<typeof productPatchSchema>;
export type CheckedReview = CheckedProduct['reviews'][number];
