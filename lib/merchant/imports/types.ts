/** What the pages know of imports. Plain data and pure functions: safe for any component. */

/** Columns of a catalogue file, in the order in which we write them. */
export const COLUMNS = [
  'sku',
  'title_ko',
  'title_en',
  'description_ko',
  'description_en',
  'category',
  'price_krw',
  'stock',
  'family',
  'pictures',
] as const;
export type Column = (typeof COLUMNS)[number];

/** A file may lack the others; what it does not say stays as it is. */
export const REQUIRED_COLUMNS = ['sku', 'title_ko', 'title_en', 'category', 'price_krw', 'stock'] as const;

/**
 *   checking ─► checked ─► running ◄─► paused
 *                              └─► done            any of them ─► failed (the file cannot be used) or cancelled
 */
export const RUN_STATES = [
  'checking',
  'checked',
  'running',
  'paused',
  'done',
  'failed',
  'cancelled',
] as const;
export type RunState = (typeof RUN_STATES)[number];

/** Whether somebody is at work on it, or should be: the page then looks again and again. */
export function isUnderWay(state: RunState): boolean {
  return state === 'checking' || state === 'running';
}

/** What is wrong with a row. The words are `importing.reasons.<code>` of the messages, with `value` and `detail`. */
export const ROW_ERRORS = [
  'cell-missing',
  'too-long',
  'not-a-name',
  'not-a-number',
  'too-great',
  'unknown-category',
  'duplicate-sku',
  'cell-count',
  'unreadable',
  'picture-absent',
  'picture-ambiguous',
  'picture-address',
  'picture-twice',
  'picture-format',
  'picture-bytes',
  'picture-without-zip',
  'pictures-needed',
  'too-many-pictures',
  'refused',
] as const;
export type RowErrorCode = (typeof ROW_ERRORS)[number];

export interface RowError {
  /** Line of the file, the header's being 1; of a row over several lines, the first. */
  readonly line: number;
  /** Null when the whole row is meant. */
  readonly column: Column | null;
  readonly code: RowErrorCode;
  /** What stood there, shortened. */
  readonly value: string;
  /** What the sentence needs besides: a limit, or another line. */
  readonly detail: string;
}

/** Why a file cannot be used at all. The words are `importing.problems.<code>`, with `name` and `number`. */
export const FILE_PROBLEMS = [
  'empty',
  'not-text',
  'no-header',
  'no-rows',
  'too-many-rows',
  'too-many-lines',
  'too-many-bytes',
  'column-missing',
  'column-unknown',
  'column-twice',
  'quote-open',
  'row-too-long',
  'zip-damaged',
  'zip-encrypted',
  'zip-unsupported',
  'zip-path',
  'zip-link',
  'zip-twice',
  'zip-nested',
  'zip-entries',
  'zip-unpacked',
  'zip-entry',
  'zip-ratio',
  'zip-no-csv',
  'zip-several-csv',
  'file-gone',
  'worker-lost',
  'unexpected',
] as const;
export type FileProblemCode = (typeof FILE_PROBLEMS)[number];

export interface FileProblem {
  readonly code: FileProblemCode;
  /** A column or a file of the ZIP. */
  readonly name?: string;
  /** A line, a count or a limit. */
  readonly number?: number;
}

export interface ImportRun {
  readonly id: number;
  readonly fileName: string;
  readonly state: RunState;
  /** Rows of the file, the header apart, as far as they are read. */
  readonly totalRows: number;
  readonly badRows: number;
  /** Good rows that are dealt with. */
  readonly doneRows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Of the updated ones: had been deleted, and are back. */
  readonly restored: number;
  /** Only with `failed`. */
  readonly problems: readonly FileProblem[];
  readonly merchantId: number;
  readonly createdAt: Date;
}

/** Rows that can go in. */
export function goodRows(run: Pick<ImportRun, 'totalRows' | 'badRows'>): number {
  return run.totalRows - run.badRows;
}

/** How the pictures of a merchant are doing since a run began. */
export interface RunPictures {
  readonly underWay: number;
  readonly failed: number;
}
