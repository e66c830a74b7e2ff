import { setTimeout as pause } from 'node:timers/promises';
import {
  badLines,
  insertErrors,
  queuedPictures,
  standingProducts,
  type StandingProduct,
} from '@/db/queries/imports';
import { database } from '@/lib/database';
import { CallerError } from '@/lib/errors';
import { rowChecker, rowError, type ProductRowInput } from '@/lib/merchant/imports/check-row';
import { toNewError } from '@/lib/merchant/imports/error-rows';
import type { HeldRun } from '@/lib/merchant/imports/held-run';
import { openCatalogueFile, type CatalogueFile } from '@/lib/merchant/imports/open-file';
import { isUnchanged, putRow, UNCHANGED } from '@/lib/merchant/imports/put-row';
import type { CsvRow } from '@/lib/merchant/imports/read-csv';
import { choosePictures } from '@/lib/merchant/imports/row-pictures';
import { shelves } from '@/lib/merchant/imports/shelves';
import type { RowError } from '@/lib/merchant/imports/types';
import { UploadRefused } from '@/lib/merchant/pictures';
import { storage } from '@/lib/storage';

const BATCH = 50;
/** Pictures of a merchant in the queue, beyond which the import waits: the disk need not hold them all twice. */
const MOST_QUEUED = 64;
const QUEUE_PAUSE_MS = 50;

/**
 * Puts the good rows in, in the order of the file, from where the run stands: the count of rows that are done is written
 * with each row, in one transaction, so that whoever goes on after a crash begins with the first row that is not in.
 * @throws ImportFileError when the file cannot be read any more; RunLost
 */
export async function importRows(run: HeldRun): Promise<void> {
  const file = await openCatalogueFile(run.row.fileKey);
  for await (const batch of batchesOf(run, file)) await new Batch(run, file, batch).put();
  await run.change({ state: 'done', lockedUntil: null, lockedBy: null });
  await storage().delete(run.row.fileKey);
}

type Good = {
  readonly source: CsvRow;
  readonly row: ProductRowInput | null;
  readonly errors: readonly RowError[];
};

async function* batchesOf(run: HeldRun, file: CatalogueFile): AsyncGenerator<Good[]> {
  const [bad, known] = await Promise.all([badLines(database(), run.id), shelves()]);
  const check = rowChecker(file.places, file.header.length, known);
  let toSkip = run.row.doneRows;
  let batch: Good[] = [];
  for await (const source of file.rows()) {
    if (bad.has(source.line)) continue;
    if (toSkip > 0) {
      toSkip--;
      continue;
    }
    const checked = check(source);
    batch.push({ source, row: checked.ok ? checked.row : null, errors: checked.ok ? [] : checked.errors });
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

class Batch {
  /** Rows in a row that change nothing: counted together, before the next that does. */
  #unchanged = 0;
  /** The products of these rows as they were when we last looked. */
  #standing: ReadonlyMap<string, StandingProduct> = new Map();

  constructor(
    private readonly run: HeldRun,
    private readonly file: CatalogueFile,
    private readonly rows: readonly Good[],
  ) {}

  async put(): Promise<void> {
    await this.#look();
    for (const one of this.rows) {
      this.run.check();
      if (!one.row) await this.#refuse(one, one.errors);
      else await this.#putOne(one, one.row);
    }
    await this.#flush();
  }

  async #look(): Promise<void> {
    const skus = this.rows.flatMap(({ row }) => row?.sku ?? []);
    this.#standing = await standingProducts(database(), this.run.row.merchantId, skus);
  }

  async #putOne(one: Good, row: ProductRowInput): Promise<void> {
    try {
      if (row.pictures.length > 0) await this.#room();
      const standing = this.#standing.get(row.sku.toLowerCase());
      const choices = await this.#choices(row, standing);
      if (standing && isUnchanged(row, standing, choices)) this.#unchanged++;
      else {
        await this.#flush();
        await putRow(this.run.row.merchantId, row, standing, choices, (tx, by) => this.run.advance(tx, by));
      }
    } catch (error) {
      if (!(error instanceof CallerError || error instanceof UploadRefused)) throw error;
      await this.#refuse(one, [rowError(row.line, null, 'refused', row.sku, error.message)]);
    }
  }

  async #choices(row: ProductRowInput, standing: StandingProduct | undefined) {
    if (row.pictures.length === 0 || !this.file.zip) return [];
    return choosePictures(this.run.row.merchantId, row.pictures, this.file.zip, standing);
  }

  /** Waits, perhaps for minutes, until the queue has room; what stood before may have been changed meanwhile. */
  async #room(): Promise<void> {
    let waited = false;
    while ((await queuedPictures(database(), this.run.row.merchantId)) >= MOST_QUEUED) {
      await pause(QUEUE_PAUSE_MS, undefined, { signal: this.run.ending }).catch(() => {});
      this.run.check();
      waited = true;
    }
    if (waited) await this.#look();
  }

  /** A row that was good when it was checked, and is not any more: one of the bad ones from now on. */
  async #refuse({ source }: Good, errors: readonly RowError[]): Promise<void> {
    await this.#flush();
    await database().transaction(async (tx) => {
      await this.run.advance(tx, { ...UNCHANGED, unchanged: 0, refused: 1 });
      const row = { line: source.line, cells: JSON.stringify(source.cells) };
      await insertErrors(tx, this.run.id, [row], errors.map(toNewError));
    });
  }

  async #flush(): Promise<void> {
    const unchanged = this.#unchanged;
    this.#unchanged = 0;
    if (unchanged > 0) await this.run.advance(database(), { ...UNCHANGED, unchanged });
  }
}
