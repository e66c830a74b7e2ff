import { deleteErrors, insertErrors, standingProducts } from '@/db/queries/imports';
import { database } from '@/lib/database';
import { checkPictures } from '@/lib/merchant/imports/check-pictures';
import {
  rowChecker,
  rowError,
  type CheckedRow,
  type ProductRowInput,
  type Shelves,
} from '@/lib/merchant/imports/check-row';
import { toNewError } from '@/lib/merchant/imports/error-rows';
import { fileError } from '@/lib/merchant/imports/file-error';
import type { HeldRun } from '@/lib/merchant/imports/held-run';
import { MOST_ROWS } from '@/lib/merchant/imports/limits';
import type { CatalogueFile } from '@/lib/merchant/imports/open-file';
import { openCatalogueFile } from '@/lib/merchant/imports/open-file';
import type { CsvRow } from '@/lib/merchant/imports/read-csv';
import { shelves } from '@/lib/merchant/imports/shelves';
import type { RowError } from '@/lib/merchant/imports/types';

const BATCH = 200;

/**
 * Reads the whole file and notes everything that is wrong with it; nothing of it goes in. Begun again after an
 * interruption it starts over.
 * @throws ImportFileError when the file cannot be used; RunLost
 */
export async function checkRun(run: HeldRun): Promise<void> {
  await database().transaction(async (tx) => {
    await run.change({ totalRows: 0, badRows: 0 }, tx);
    await deleteErrors(tx, run.id);
  });
  const file = await openCatalogueFile(run.row.fileKey);
  await run.change({ header: JSON.stringify(file.header) });
  await new RunCheck(run, file, await shelves()).all();
  await run.change({ state: 'checked', lockedUntil: null, lockedBy: null });
}

/** A row that was read, and what is wrong with it by itself. */
interface Read {
  readonly source: CsvRow;
  readonly row: ProductRowInput | null;
  readonly errors: readonly RowError[];
}

class RunCheck {
  /** Sku in lower case, as the database tells them apart → the line that has it first. */
  readonly #lines = new Map<string, number>();
  readonly #check: (row: CsvRow) => CheckedRow;
  #total = 0;
  #bad = 0;

  constructor(
    private readonly run: HeldRun,
    private readonly file: CatalogueFile,
    shelves: Shelves,
  ) {
    this.#check = rowChecker(file.places, file.header.length, shelves);
  }

  async all(): Promise<void> {
    let batch: CsvRow[] = [];
    for await (const row of this.file.rows()) {
      this.#total++;
      if (this.#total > MOST_ROWS) continue;
      batch.push(row);
      if (batch.length === BATCH) batch = await this.#take(batch);
    }
    if (this.#total > MOST_ROWS) throw fileError('too-many-rows', { number: this.#total });
    if (this.#total === 0) throw fileError('no-rows');
    await this.#take(batch);
  }

  async #take(batch: readonly CsvRow[]): Promise<CsvRow[]> {
    this.run.check();
    const read = batch.map((row) => this.#read(row));
    const wrong = await this.#withMore(read);
    this.#bad += wrong.length;
    await this.#note(wrong);
    return [];
  }

  /** The count first: who has lost the run finds out by it, and notes nothing. */
  async #note(wrong: readonly Read[]): Promise<void> {
    const rows = wrong.map(({ source }) => ({ line: source.line, cells: JSON.stringify(source.cells) }));
    const errors = wrong.flatMap((one) => one.errors.map(toNewError));
    await database().transaction(async (tx) => {
      await this.run.change({ totalRows: this.#total, badRows: this.#bad }, tx);
      await insertErrors(tx, this.run.id, rows, errors);
    });
  }

  #read(source: CsvRow): Read {
    const checked = this.#check(source);
    const twice = this.#twice(source);
    const errors = [...(checked.ok ? [] : checked.errors), ...(twice ? [twice] : [])];
    return { source, row: checked.ok ? checked.row : null, errors };
  }

  /** The first row with a sku counts; any other is told where that is. */
  #twice({ line, cells }: CsvRow): RowError | null {
    const sku = (cells[this.file.places.get('sku') ?? 0] ?? '').trim();
    if (sku === '') return null;
    const first = this.#lines.get(sku.toLowerCase());
    if (first !== undefined) return rowError(line, 'sku', 'duplicate-sku', sku, first);
    this.#lines.set(sku.toLowerCase(), line);
    return null;
  }

  /** Those that are wrong, by what the database and the ZIP say too. */
  async #withMore(read: readonly Read[]): Promise<Read[]> {
    const skus = read.flatMap(({ row }) => row?.sku ?? []);
    const standing = await standingProducts(database(), this.run.row.merchantId, skus);
    const wrong: Read[] = [];
    for (const one of read) {
      const more = one.row ? await this.#more(one.row, standing.has(one.row.sku.toLowerCase())) : [];
      const errors = [...one.errors, ...more];
      if (errors.length > 0) wrong.push({ ...one, errors });
    }
    return wrong;
  }

  async #more(row: ProductRowInput, isKnown: boolean): Promise<RowError[]> {
    if (row.pictures.length === 0 && !isKnown) return [rowError(row.line, 'pictures', 'pictures-needed', '')];
    return checkPictures(row, this.file.zip);
  }
}
