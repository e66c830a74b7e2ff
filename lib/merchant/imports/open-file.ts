import { placesOf, type Places } from '@/lib/merchant/imports/columns';
import { fileError } from '@/lib/merchant/imports/file-error';
import { MOST_CSV_BYTES, MOST_UNPACKED_TIMES } from '@/lib/merchant/imports/limits';
import { readCsv, separatorOf, type CsvRow } from '@/lib/merchant/imports/read-csv';
import { openZip, type OpenZip, type RandomAccess } from '@/lib/merchant/imports/read-zip';
import { decodedText, encodingOf } from '@/lib/merchant/imports/text-encoding';
import { importEnv } from '@/lib/env';
import { storage } from '@/lib/storage';

/** A catalogue file whose header is understood. */
export interface CatalogueFile {
  /** The file's own titles of its columns. */
  readonly header: readonly string[];
  readonly places: Places;
  /** The rows below the header, as they come; each call reads them from the beginning. */
  rows(): AsyncGenerator<CsvRow>;
  /** Null for a CSV by itself. */
  readonly zip: OpenZip | null;
}

/**
 * Opens a CSV, or a ZIP with one in it, by what it is and not by its name.
 * @param key where it lies in the storage
 * @throws ImportFileError for a file that cannot be used, with everything that is wrong with its header
 */
export async function openCatalogueFile(key: string): Promise<CatalogueFile> {
  const source = await sourceOf(key);
  const zip = (await isZip(source)) ? await openZip(source, mostUnpacked()) : null;
  const bytes = () => (zip ? zip.read(zip.csv) : source.read(0, source.size));
  const { encoding, head } = await encodingOf(bytes(), MOST_CSV_BYTES);
  const all = () => readCsv(decodedText(bytes(), encoding), separatorOf(head));
  const header = await firstOf(all());
  if (!header) throw fileError('no-header');
  return { header, places: placesOf(header), rows: () => belowHeader(all()), zip };
}

async function sourceOf(key: string): Promise<RandomAccess> {
  const file = await storage().open(key);
  if (!file) throw fileError('file-gone');
  file.stream.destroy();
  if (file.size === 0) throw fileError('empty');
  return { size: file.size, read: (start, end) => part(key, start, end) };
}

async function* part(key: string, start: number, end: number): AsyncGenerator<Uint8Array> {
  const file = await storage().open(key, { start, end });
  if (!file) throw fileError('file-gone');
  yield* file.stream as AsyncIterable<Uint8Array>;
}

/** By the mark of a ZIP's first file, or of the directory of one without any. */
async function isZip(source: RandomAccess): Promise<boolean> {
  const head: Uint8Array[] = [];
  for await (const chunk of source.read(0, Math.min(4, source.size))) head.push(chunk);
  return /^PK(\x03\x04|\x05\x06)$/.test(Buffer.concat(head).toString('latin1'));
}

function mostUnpacked(): number {
  return importEnv().IMPORT_MB * 1024 * 1024 * MOST_UNPACKED_TIMES;
}

async function firstOf(rows: AsyncGenerator<CsvRow>): Promise<readonly string[] | undefined> {
  for await (const { cells } of rows) return cells;
  return undefined;
}

async function* belowHeader(rows: AsyncGenerator<CsvRow>): AsyncGenerator<CsvRow> {
  let isHeader = true;
  for await (const row of rows) {
    if (!isHeader) yield row;
    isHeader = false;
  }
}
