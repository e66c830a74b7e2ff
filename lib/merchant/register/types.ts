import { z } from 'zod';

/** What the form of a product asks for. The browser checks it before sending, the server again before writing. */

export const FIELDS = [
  'titleKo',
  'titleEn',
  'descriptionKo',
  'descriptionEn',
  'category',
  'priceKrw',
  'stock',
  'sku',
  'family',
] as const;
export type FieldName = (typeof FIELDS)[number];

/** The form as typed: all of it text, also what is no number yet. */
export type ProductFields = Readonly<Record<FieldName, string>>;

/** What can be wrong with a field; each has a sentence in the messages. */
export const FIELD_PROBLEMS = [
  'missing',
  'too-long',
  'not-whole',
  'too-much',
  'name-characters',
  'unknown-category',
  'taken',
  'not-accepted',
] as const;
export type FieldProblem = (typeof FIELD_PROBLEMS)[number];
export type FieldProblems = Readonly<Partial<Record<FieldName, FieldProblem>>>;

export const MOST_TITLE_CHARACTERS = 200;
export const MOST_DESCRIPTION_CHARACTERS = 10_000;
export const GREATEST_NUMBER = 1_000_000_000;
export const MOST_NAME_CHARACTERS = 64;

/** The words, numbers and names of a product, as the catalogue takes them. */
export interface ProductWords {
  readonly title: { readonly ko: string; readonly en: string };
  readonly description: { readonly ko: string; readonly en: string };
  readonly categorySlug: string;
  readonly priceKrw: number;
  readonly stock: number;
  readonly sku: string;
  readonly family: string | null;
}

const problem = (name: FieldProblem) => ({ error: name });

const words = (least: number, most: number) =>
  z.string().trim().min(least, problem('missing')).max(most, problem('too-long'));

const wholeNumber = z
  .string()
  .transform(plainDigits)
  .pipe(
    z
      .string()
      .min(1, problem('missing'))
      .regex(/^\d+$/, problem('not-whole'))
      .refine((digits) => Number(digits) <= GREATEST_NUMBER, problem('too-much'))
      .transform(Number),
  );

const nameText = z
  .string()
  .trim()
  .max(MOST_NAME_CHARACTERS, problem('too-long'))
  .regex(/^[\w.-]*$/, problem('name-characters'));

export const productFieldsSchema = z.object({
  titleKo: words(1, MOST_TITLE_CHARACTERS),
  titleEn: words(1, MOST_TITLE_CHARACTERS),
  descriptionKo: words(0, MOST_DESCRIPTION_CHARACTERS),
  descriptionEn: words(0, MOST_DESCRIPTION_CHARACTERS),
  category: z.string().trim().min(1, problem('missing')),
  priceKrw: wholeNumber,
  stock: wholeNumber,
  sku: nameText.min(1, problem('missing')),
  family: nameText,
});

export type CheckedFields =
  | { readonly ok: true; readonly words: ProductWords }
  | { readonly ok: false; readonly problems: FieldProblems };

/** Reads what was typed: the product's words, or the first problem of each field that has one. */
export function checkFields(fields: ProductFields): CheckedFields {
  const result = productFieldsSchema.safeParse(fields);
  if (!result.success) return { ok: false, problems: firstProblems(result.error.issues) };
  const { titleKo, titleEn, descriptionKo, descriptionEn, category, family, ...rest } = result.data;
  return {
    ok: true,
    words: {
      ...rest,
      title: { ko: titleKo, en: titleEn },
      description: { ko: descriptionKo, en: descriptionEn },
      categorySlug: category,
      family: family || null,
    },
  };
}

/** `12,900원`, `₩12,900` and `１２９００` are 12900; what is no number stays as it is, to be refused. */
export function plainDigits(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s,_₩원]/g, '');
}

function firstProblems(issues: readonly z.core.$ZodIssue[]): FieldProblems {
  const found: Partial<Record<FieldName, FieldProblem>> = {};
  for (const { path, message } of issues) {
    const field = FIELDS.find((name) => name === path[0]);
    if (field) found[field] ??= FIELD_PROBLEMS.find((name) => name === message) ?? 'not-accepted';
  }
  return found;
}

const draftPictureSchema = z.object({
  name: z.string().max(300),
  stored: z.string().max(2_000).nullable(),
  job: z.int().positive().nullable(),
  image: z.int().positive().nullable(),
});

const pictureNameSchema = z.union([
  z.object({ job: z.int().positive() }),
  z.object({ image: z.int().positive() }),
]);

const fieldTexts = Object.fromEntries(FIELDS.map((name) => [name, z.string()])) as Record<
  FieldName,
  z.ZodString
>;

export const draftSchema = z.object({
  version: z.literal(1),
  /** Milliseconds since 1970. */
  savedAt: z.number(),
  fields: z.object(fieldTexts),
  pictures: z.array(draftPictureSchema).max(100),
  /** Pictures the form has had, those taken away among them. Older drafts do not say. */
  known: z.array(pictureNameSchema).optional(),
  /** Pictures that had not reached the server: the browser cannot keep their files. */
  unsent: z.int().min(0),
});

/** What the browser keeps of a form until it is saved. */
export type Draft = z.output<typeof draftSchema>;
export type DraftPicture = Draft['pictures'][number];

/** What saving answers; the codes are those of lib/problem. */
export type SaveAnswer =
  | { readonly ok: true; readonly id: number }
  | {
      readonly ok: false;
      readonly error: {
        readonly code: string;
        readonly message: string;
        readonly fields?: Readonly<Record<string, string>>;
        readonly reference?: string;
      };
    };

/** A picture by its upload, or by its number in the catalogue. */
export type PictureName = { readonly job: number } | { readonly image: number };

export interface SaveRequest {
  readonly fields: ProductFields;
  /** In the order shown. */
  readonly pictures: readonly PictureName[];
  /** All that the form has ever had, those taken away among them: what is not here came from elsewhere, and stays. */
  readonly known: readonly PictureName[];
  /** What is as the form got it: of a product that exists it stays as it is now, whoever changed it meanwhile. */
  readonly untouched: readonly FormPart[];
}

export const FORM_PARTS = [...FIELDS, 'pictures'] as const;
export type FormPart = (typeof FORM_PARTS)[number];

/** The catalogue's names of what the form's fields hold. */
const CATALOGUE_NAMES: Readonly<Record<string, FieldName>> = {
  'title.ko': 'titleKo',
  'title.en': 'titleEn',
  'description.ko': 'descriptionKo',
  'description.en': 'descriptionEn',
  categorySlug: 'category',
};

/** Which fields a refused save is about: by the names of the form or of the catalogue. */
export function refusedFields(fields: Readonly<Record<string, string>> = {}): FieldProblems {
  const entries = Object.entries(fields).flatMap(([path, said]) => {
    const field = CATALOGUE_NAMES[path] ?? FIELDS.find((name) => name === path);
    return field ? [[field, FIELD_PROBLEMS.find((name) => name === said) ?? 'not-accepted'] as const] : [];
  });
  return Object.fromEntries(entries);
}

/**
 * How far a saved product has come. `saved`: shoppers do not see it yet, none of its pictures is ready. `shown`: it is
 * in the shop. `found`: the search has taken it in, so others' recommendations can show it. `sold-out`: in the shop,
 * and recommended once there is some in stock.
 */
export const STAGES = ['saved', 'shown', 'found', 'sold-out'] as const;
export type Stage = (typeof STAGES)[number];

export function emptyFields(): ProductFields {
  return Object.fromEntries(FIELDS.map((name) => [name, ''])) as ProductFields;
}
