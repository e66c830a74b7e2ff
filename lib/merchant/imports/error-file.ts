import { z } from 'zod';
import { badRowsAfter } from '@/db/queries/imports';
import type { Scope } from '@/lib/auth/types';
import { database } from '@/lib/database';
import { toRowError } from '@/lib/merchant/imports/error-rows';
import { requireRun } from '@/lib/merchant/imports/runs';
import { fromSpreadsheet } from '@/lib/merchant/imports/spreadsheet-text';
import type { RowError } from '@/lib/merchant/imports/types';
import { csvOf } from '@/lib/merchant/imports/write-csv';

const BATCH = 200;
const texts = z.array(z.string());

/** Words of the reader's language. */
export interface ErrorWords {
  /** Titles of the two columns we add. */
  readonly line: string;
  readonly error: string;
  say(error: RowError): string;
}

/**
 * The bad rows of a run as a CSV: the file's own columns, and besides the line and what is wrong. Corrected it may be
 * imported as it is.
 * @throws CallerError `not-found`, also for another merchant's
 */
export async function errorFile(
  scope: Scope,
  id: number,
  words: ErrorWords,
): Promise<AsyncGenerator<Uint8Array>> {
  const run = await requireRun(scope, id);
  const header = texts.parse(JSON.parse(run.header ?? '[]'));
  return csvOf([...header, words.line, words.error], batches(id, header.length, words));
}

async function* batches(id: number, columns: number, words: ErrorWords): AsyncGenerator<string[][]> {
  for (let after = 0; ;) {
    const rows = await badRowsAfter(database(), id, after, BATCH);
    if (rows.length === 0) return;
    yield rows.map(({ line, cells, errors }) => {
      const own = texts.parse(JSON.parse(cells)).map(fromSpreadsheet);
      const filled = Array.from({ length: columns }, (_, place) => own[place] ?? '');
      return [...filled, String(line), errors.map((error) => words.say(toRowError(error))).join(' ')];
    });
    after = rows.at(-1)?.line ?? Infinity;
  }
}
