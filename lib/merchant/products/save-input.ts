import { z } from 'zod';
import { productFields } from '@/lib/catalogue/product-input';

/** A picture of the product: one uploaded now, by the number of its job, or one it has already, by its own. */
export const pictureSchema = z.union([
  z.strictObject({ job: z.int().positive() }),
  z.strictObject({ image: z.int().positive() }),
]);

/** Pictures a form has had in all the time that it was open. */
export const MOST_KNOWN = 1_000;

/** In the order shown; the first is on the card. How many there may be is a setting of the process. */
const picturesSchema = z
  .array(pictureSchema)
  .min(1, { error: 'expected at least one picture' })
  .refine((pictures) => new Set(pictures.map((one) => JSON.stringify(one))).size === pictures.length, {
    error: 'expected each picture once',
  });

const { title, description, categorySlug, priceKrw, stock, sku, family } = productFields;

export const newProductSchema = z.strictObject({
  title,
  description,
  categorySlug,
  priceKrw,
  stock,
  /** Left out: one is made up. */
  sku: sku.optional(),
  family: family.default(null),
  pictures: picturesSchema,
  /** For whom, when an admin registers; a merchant's is his own. */
  merchantId: z.int().positive().optional(),
  /** Made by the form when it is opened: saved twice with the same, there is one product. */
  token: z.uuid().optional(),
});

/**
 * What is left out stays. Pictures that are not named are taken away: all of them, or with `known` those that the sender
 * knew; others came from elsewhere meanwhile and stay, last.
 */
export const productPatchSchema = z
  .strictObject({ title, description, categorySlug, priceKrw, stock, sku, family, pictures: picturesSchema })
  .extend({ known: z.array(pictureSchema).max(MOST_KNOWN) })
  .partial();

export type PictureChoice = z.infer<typeof pictureSchema>;
export type NewProductInput = z.input<typeof newProductSchema>;
export type ProductPatch = z.input<typeof productPatchSchema>;
export type CheckedNewProduct = z.output<typeof newProductSchema>;
export type CheckedPatch = z.output<typeof productPatchSchema>;
