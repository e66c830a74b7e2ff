import { z } from 'zod';
import type { Places } from '@/lib/merchant/imports/columns';
import { LONGEST_VALUE } from '@/lib/merchant/imports/limits';
import type { CsvRow } from '@/lib/merchant/imports/read-csv';
import { fromSpreadsheet } from '@/lib/merchant/imports/spreadsheet-text';
import type { Column, RowError, RowErrorCode } from '@/lib/merchant/imports/types';

/** A row that can go in, as far as it tells by itself. What is undefined the file does not say: it stays as it is. */
export interface ProductRowInput {
  readonly line: number;
  readonly sku: string;
  readonly titleKo: string;
  readonly titleEn: string;
  readonly descriptionKo?: string;
  readonly descriptionEn?: string;
  readonly categorySlug: string;
  readonly priceKrw: number;
  readonly stock: number;
  readonly family?: string | null;
  /** Names of pictures in the ZIP, in order; none: those of the product stay. */
  readonly pictures: readonly string[];
}

export type CheckedRow =
  | { readonly ok: true; readonly row: ProductRowInput }
  | { readonly ok: false; readonly errors: readonly RowError[] };

/** What is known besides the row. */
export interface Shelves {
  /** Slug of the category that somebody calls so, or undefined. */
  slugOf(called: string): string | undefined;
  /** Pictures of one product, at most. */
  readonly mostPictures: number;
}

/**
 * What reads the rows of a file, one by one, and names everything that is wrong with each. Changes nothing and asks nobody.
 * @param columns how many the header has
 */
export function rowChecker(places: Places, columns: number, shelves: Shelves): (row: CsvRow) => CheckedRow {
  const schema = rowSchema(shelves);
  return ({ line, cells }) => {
    if (cells.slice(columns).some((cell) => cell.trim() !== ''))
      return { ok: false, errors: [wrongCount(line, cells.length, columns)] };
    const texts = textsOf(cells, places);
    const result = schema.safeParse(texts);
    if (result.success) return { ok: true, row: { line, ...toRow(result.data) } };
    return { ok: false, errors: result.error.issues.map((issue) => toError(line, issue, texts)) };
  };
}

/** An error of the file's row, its value shortened. */
export function rowError(
  line: number,
  column: Column | null,
  code: RowErrorCode,
  value: string,
  detail: string | number = '',
): RowError {
  return { line, column, code, value: [...value].slice(0, LONGEST_VALUE).join(''), detail: String(detail) };
}

type Texts = Partial<Record<Column, string>>;

/** Cells that a row lacks at its end are empty: spreadsheets leave them out. */
function textsOf(cells: readonly string[], places: Places): Texts {
  return Object.fromEntries(
    [...places].map(([column, place]) => [column, fromSpreadsheet(cells[place] ?? '')]),
  );
}

/** Each message is a RowErrorCode: people read it in their own language. */
const code = (error: RowErrorCode) => ({ error });

const readable = z.string().refine((text) => !text.includes('\uFFFD'), code('unreadable'));
const required = readable.trim().min(1, { ...code('cell-missing'), abort: true });
const description = readable.trim().max(10_000, code('too-long'));
const name = /^[\w.-]{1,64}$/;

/** `12,000`, `12 000`, `₩12,000` and `12000원` are numbers to people. */
const number = (greatest: number) =>
  required
    .transform((text) => text.replace(/^₩\s*|\s*원$/g, '').replace(/(?<=\d)[, ](?=\d{3}(?!\d))/g, ''))
    .pipe(z.string().regex(/^\d{1,15}$/, code('not-a-number')))
    .transform(Number)
    .pipe(z.number().max(greatest, code('too-great')));

const GREATEST = 1_000_000_000;

function rowSchema({ slugOf, mostPictures }: Shelves) {
  return z.object({
    sku: required.regex(name, code('not-a-name')),
    title_ko: required.max(200, code('too-long')),
    title_en: required.max(200, code('too-long')),
    description_ko: description.optional(),
    description_en: description.optional(),
    category: required.transform((called, context) => {
      const slug = slugOf(called);
      if (slug === undefined)
        context.addIssue({ code: 'custom', message: 'unknown-category' satisfies RowErrorCode });
      return slug ?? '';
    }),
    price_krw: number(GREATEST),
    stock: number(GREATEST),
    family: z
      .union([z.literal(''), z.string().regex(name, code('not-a-name'))], code('not-a-name'))
      .optional(),
    pictures: readable.transform(namesIn).superRefine(picturesRule(mostPictures)).default([]),
  });
}

function namesIn(cell: string): string[] {
  const names = cell.split('|').map((one) => one.trim());
  return names.filter((one) => one !== '');
}

const picturesRule = (most: number) => (names: string[], context: z.RefinementCtx) => {
  const refuse = (message: RowErrorCode, value: string, detail?: number) =>
    context.addIssue({ code: 'custom', message, params: { value, detail } });
  if (names.length > most) refuse('too-many-pictures', String(names.length), most);
  const seen = new Set<string>();
  for (const one of names) {
    const key = one.normalize('NFC').toLowerCase();
    if (/^([a-z][a-z0-9+.-]*:)?\/\//i.test(one)) refuse('picture-address', one);
    else if (seen.has(key)) refuse('picture-twice', one);
    seen.add(key);
  }
};

type Parsed = z.output<ReturnType<typeof rowSchema>>;

function toRow(parsed: Parsed): Omit<ProductRowInput, 'line'> {
  return {
    sku: parsed.sku,
    titleKo: parsed.title_ko,
    titleEn: parsed.title_en,
    descriptionKo: parsed.description_ko,
    descriptionEn: parsed.description_en,
    categorySlug: parsed.category,
    priceKrw: parsed.price_krw,
    stock: parsed.stock,
    family: parsed.family === '' ? null : parsed.family,
    pictures: parsed.pictures,
  };
}

function toError(line: number, issue: z.core.$ZodIssue, texts: Texts): RowError {
  const column = issue.path[0] as Column;
  const facts = factsOf(issue);
  return rowError(
    line,
    column,
    issue.message as RowErrorCode,
    facts.value ?? texts[column] ?? '',
    facts.detail,
  );
}

function factsOf(issue: z.core.$ZodIssue): { value?: string; detail?: string | number } {
  if (issue.code === 'too_big') return { detail: Number(issue.maximum) };
  if (issue.code !== 'custom') return {};
  return (issue.params ?? {}) as { value?: string; detail?: number };
}

function wrongCount(line: number, cells: number, columns: number): RowError {
  return rowError(line, null, 'cell-count', String(cells), columns);
}
