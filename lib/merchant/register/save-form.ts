import { z } from 'zod';
import type { Account, Scope } from '@/lib/auth/types';
import { CallerError, parseInput } from '@/lib/errors';
import { saveNewProduct, saveProduct } from '@/lib/merchant/products/save';
import { MOST_KNOWN, pictureSchema, type ProductPatch } from '@/lib/merchant/products/save-input';
import {
  checkFields,
  FIELDS,
  FORM_PARTS,
  type FormPart,
  type ProductFields,
  type ProductWords,
} from '@/lib/merchant/register/types';

const fields = z.object(
  Object.fromEntries(FIELDS.map((name) => [name, z.string().max(20_000)])) as Record<
    keyof ProductFields,
    z.ZodString
  >,
);

const requestSchema = z.strictObject({
  fields,
  pictures: z.array(pictureSchema).max(100),
  known: z.array(pictureSchema).max(MOST_KNOWN).optional(),
  untouched: z.array(z.enum(FORM_PARTS)).max(FORM_PARTS.length).default([]),
});

/** For whom a product is registered, and under which token its form was opened. */
const newSchema = z.strictObject({ merchantId: z.int().positive().nullable(), token: z.uuid() });

/**
 * Registers what a form holds.
 * @returns the product's number
 * @throws CallerError with `fields`, by the form's names and problems; otherwise as saving itself does
 */
export async function saveNewForm(account: Account, opened: unknown, request: unknown): Promise<number> {
  const { merchantId, token } = parseInput(newSchema, opened, 'form');
  const { words, pictures } = checkedRequest(request);
  const input = { ...words, pictures, token, ...(merchantId !== null && { merchantId }) };
  const { id } = await aboutTheSku(() => saveNewProduct(account, input));
  return id;
}

/**
 * Changes a product to what its form holds, but for what nobody touched there, and for pictures the form never knew: that
 * may have been changed elsewhere since the form was opened. Its sku, by which imports know it, stays.
 */
export async function saveForm(scope: Scope, id: number, request: unknown): Promise<void> {
  const { words, pictures, known, untouched } = checkedRequest(request);
  const change = touchedWords(words, new Set(untouched));
  const touched = untouched.includes('pictures') ? {} : { pictures, ...(known && { known }) };
  await saveProduct(scope, id, { ...change, ...touched });
}

/** Words of both languages go together. */
function touchedWords(words: ProductWords, untouched: ReadonlySet<FormPart>): ProductPatch {
  const { title, description, categorySlug, priceKrw, stock, family } = words;
  const touched = (...parts: readonly FormPart[]) => parts.some((part) => !untouched.has(part));
  return {
    ...(touched('titleKo', 'titleEn') && { title }),
    ...(touched('descriptionKo', 'descriptionEn') && { description }),
    ...(touched('category') && { categorySlug }),
    ...(touched('priceKrw') && { priceKrw }),
    ...(touched('stock') && { stock }),
    ...(touched('family') && { family }),
  };
}

function checkedRequest(request: unknown) {
  const parsed = parseInput(requestSchema, request, 'form');
  const { pictures, known, untouched } = parsed;
  return { words: checkedWords(parsed.fields), pictures, known, untouched };
}

function checkedWords(typed: ProductFields): ProductWords {
  const checked = checkFields(typed);
  if (checked.ok) return checked.words;
  const names = Object.keys(checked.problems).join(', ');
  throw new CallerError('invalid-input', `The form was not accepted. Correct and try again: ${names}.`, {
    fields: checked.problems,
  });
}

/** The one thing of a new product that can be taken is its sku: the form shows it there. */
async function aboutTheSku<T>(save: () => Promise<T>): Promise<T> {
  try {
    return await save();
  } catch (error) {
    if (!(error instanceof CallerError) || error.code !== 'already-exists') throw error;
    throw new CallerError('already-exists', error.message, { cause: error, fields: { sku: 'taken' } });
  }
}
