import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { merchantExists } from '@/db/queries/categories';
import {
  errorCount,
  errorsOf,
  insertRun,
  openRuns,
  pictureCounts,
  runOf,
  runsOf,
  switchRun,
} from '@/db/queries/imports';
import type { ImportRunRow } from '@/db/schema';
import { inScope, scopeOf } from '@/lib/auth/scope';
import type { Account, Scope } from '@/lib/auth/types';
import { database } from '@/lib/database';
import { importEnv } from '@/lib/env';
import { CallerError } from '@/lib/errors';
import { toRowError } from '@/lib/merchant/imports/error-rows';
import {
  FILE_PROBLEMS,
  type FileProblem,
  type ImportRun,
  type RowError,
  type RunPictures,
  type RunState,
} from '@/lib/merchant/imports/types';
import { shownName } from '@/lib/merchant/shown-name';
import { rateLimit } from '@/lib/rate-limit';
import { storage } from '@/lib/storage';

/** Where files lie until their import has ended. */
export const IMPORTS = 'imports';
const UPLOADS_PER_MINUTE = 20;
/** Imports of a merchant that have not ended: their files fill the disk. */
const MOST_OPEN = 10;
const RUNS_PER_PAGE = 20;
const ERRORS_PER_PAGE = 50;

/** Bytes that a file may have. */
export function mostImportBytes(): number {
  return importEnv().IMPORT_MB * 1024 * 1024;
}

/**
 * Stores a catalogue file as it comes and has it checked. Limited per account.
 * @param merchantId whose products they will be: an admin's choice, a merchant's own
 * @throws TooManyRequests; CallerError `not-found` for a merchant that is not the account's, `invalid-input` for too many bytes,
 * `already-exists` for too many imports that have not ended
 */
export async function acceptImport(
  account: Account,
  merchantId: number,
  stream: AsyncIterable<Uint8Array>,
  fileName: string,
): Promise<ImportRun> {
  if (!inScope(scopeOf(account), merchantId)) throw unknownMerchant(merchantId);
  await rateLimit('import', account.userId, { points: UPLOADS_PER_MINUTE, seconds: 60 });
  await requireRoom(merchantId, MOST_OPEN);
  return begin(merchantId, stream, fileName, MOST_OPEN);
}

/** The same without an account and its limits: for the operator's command line. */
export async function beginImport(
  merchantId: number,
  stream: AsyncIterable<Uint8Array>,
  fileName: string,
): Promise<ImportRun> {
  return begin(merchantId, stream, fileName, Infinity);
}

/** Others may have begun imports while this file came: their number counts once more. */
async function begin(
  merchantId: number,
  stream: AsyncIterable<Uint8Array>,
  fileName: string,
  mostOpen: number,
): Promise<ImportRun> {
  const db = database();
  if (!(await merchantExists(db, merchantId))) throw unknownMerchant(merchantId);
  const fileKey = `${IMPORTS}/${randomUUID()}`;
  await storage().putStream(fileKey, limited(stream, mostImportBytes()));
  const run = { merchantId, fileKey, fileName: shownName(fileName) };
  const inserted = requireRoom(merchantId, mostOpen).then(() => insertRun(db, run));
  const id = await inserted.catch(async (error: unknown) => {
    await storage().delete(fileKey);
    throw error;
  });
  return importRunOf('all', id);
}

async function requireRoom(merchantId: number, mostOpen: number): Promise<void> {
  if ((await openRuns(database(), merchantId)) < mostOpen) return;
  throw new CallerError(
    'already-exists',
    `${mostOpen} imports have not ended. Let one of them go in or cancel it, then send this file again.`,
  );
}

/** @throws CallerError `not-found`, also for another merchant's */
export async function importRunOf(scope: Scope, id: number): Promise<ImportRun> {
  return toRun(await requireRun(scope, id));
}

/** Newest first. @param before the number of the last one on the page before */
export async function listImports(
  scope: Scope,
  before: number | null = null,
): Promise<{ readonly runs: readonly ImportRun[]; readonly next: number | null }> {
  const rows = await runsOf(database(), scope, before, RUNS_PER_PAGE + 1);
  const runs = rows.slice(0, RUNS_PER_PAGE).map(toRun);
  return { runs, next: rows.length > RUNS_PER_PAGE ? (runs.at(-1)?.id ?? null) : null };
}

export interface ErrorPage {
  readonly errors: readonly RowError[];
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly pageCount: number;
}

/** What is wrong with the rows of a run, by line. @throws CallerError `not-found` */
export async function importErrors(scope: Scope, id: number, page: number): Promise<ErrorPage> {
  await requireRun(scope, id);
  const total = await errorCount(database(), id);
  const pageCount = Math.max(1, Math.ceil(total / ERRORS_PER_PAGE));
  const shown = Math.min(Math.max(1, page), pageCount);
  const rows = await errorsOf(database(), id, (shown - 1) * ERRORS_PER_PAGE, ERRORS_PER_PAGE);
  return { errors: rows.map(toRowError), total, page: shown, pageCount };
}

/** How the pictures of the run's merchant are doing since it began. @throws CallerError `not-found` */
export async function importPictures(scope: Scope, id: number): Promise<RunPictures> {
  const { merchantId, createdAt } = await requireRun(scope, id);
  return pictureCounts(database(), merchantId, createdAt);
}

/** The good rows go in. @throws CallerError `not-found`; `invalid-input` when it is not the moment */
export async function startImport(scope: Scope, id: number): Promise<void> {
  await change(scope, id, ['checked'], 'running');
}

/** What is in stays; it can be gone on with. Throws as above. */
export async function pauseImport(scope: Scope, id: number): Promise<void> {
  await change(scope, id, ['running'], 'paused');
}

export async function resumeImport(scope: Scope, id: number): Promise<void> {
  await change(scope, id, ['paused'], 'running');
}

/** What is in stays, the rest never goes in. Throws as above. */
export async function cancelImport(scope: Scope, id: number): Promise<void> {
  const { fileKey } = await requireRun(scope, id);
  await change(scope, id, ['checking', 'checked', 'running', 'paused'], 'cancelled');
  await storage().delete(fileKey);
}

async function change(scope: Scope, id: number, from: readonly RunState[], to: RunState): Promise<void> {
  if (await switchRun(database(), scope, id, from, to)) return;
  const { state } = await requireRun(scope, id);
  if (state === to) return;
  throw new CallerError('invalid-input', `Import ${id} is ${state}; expected it to be ${from.join(' or ')}.`);
}

/** Numbers beyond the column's are nobody's. @throws CallerError `not-found`, also for another merchant's */
export async function requireRun(scope: Scope, id: number): Promise<ImportRunRow> {
  const isNumber = Number.isInteger(id) && id > 0 && id < 2 ** 32;
  const row = isNumber ? await runOf(database(), scope, id) : undefined;
  if (row) return row;
  throw new CallerError('not-found', `There is no import ${id}.`);
}

const problemsSchema = z.array(
  z.object({
    code: z.enum(FILE_PROBLEMS).catch('unexpected'),
    name: z.string().optional(),
    number: z.number().optional(),
  }),
);

function toRun(row: ImportRunRow): ImportRun {
  const { id, fileName, state, totalRows, badRows, doneRows, merchantId, createdAt } = row;
  return {
    ...{ id, fileName, state, totalRows, badRows, doneRows, merchantId, createdAt },
    created: row.createdProducts,
    updated: row.updatedProducts,
    unchanged: row.unchangedProducts,
    restored: row.restoredProducts,
    problems: row.error === null ? [] : toProblems(row.error),
  };
}

function toProblems(json: string): FileProblem[] {
  return problemsSchema.parse(JSON.parse(json));
}

async function* limited(stream: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > most)
      throw new CallerError(
        'invalid-input',
        `The file has more than ${most / 1024 / 1024} MB. Split it and import the parts one after another.`,
      );
    yield chunk;
  }
}

function unknownMerchant(id: number): CallerError {
  return new CallerError('not-found', `There is no merchant ${id}.`);
}
