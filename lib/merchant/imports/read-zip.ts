import { Readable } from 'node:stream';
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import { fileError, ImportFileError } from '@/lib/merchant/imports/file-error';
import {
  GREATEST_RATIO,
  MOST_CSV_BYTES,
  MOST_ENTRIES,
  RATIO_COUNTS_FROM,
} from '@/lib/merchant/imports/limits';
import {
  baseName,
  isArchive,
  isCsv,
  isJunk,
  isTrick,
  nameKey,
  nameOf,
} from '@/lib/merchant/imports/zip-names';

/** Bytes of a file anywhere in it, `end` excluded. */
export interface RandomAccess {
  readonly size: number;
  read(start: number, end: number): AsyncIterable<Uint8Array>;
}

export interface ZippedFile {
  readonly path: string;
  /** As the directory says; more than that is never read. */
  readonly bytes: number;
}

/** A ZIP whose directory was read and found harmless. Nothing of it is unpacked before it is asked for. */
export interface OpenZip {
  /** The one CSV in it. */
  readonly csv: ZippedFile;
  /** The file of that name, wherever it lies, or of that path; 'ambiguous' when several have the name. */
  find(name: string): ZippedFile | 'ambiguous' | null;
  /** @throws ImportFileError while reading, when the file is damaged */
  read(file: ZippedFile): AsyncIterable<Uint8Array>;
}

/**
 * Opens a ZIP by its directory, and refuses it as a whole for anything an honest one does not have.
 * @param mostUnpacked bytes that all its files together may have
 * @throws ImportFileError
 */
export async function openZip(source: RandomAccess, mostUnpacked: number): Promise<OpenZip> {
  const zip = await fromRandomAccessReaderPromise(new SourceReader(source), source.size, {
    decodeStrings: false,
    autoClose: false,
  }).catch(damaged);
  const entries = await checkedEntries(zip, mostUnpacked);
  const byName = namesOf(entries);
  return {
    csv: toFile(onlyCsv(entries)),
    find(name) {
      const found = byName.get(nameKey(name));
      return found === undefined || found === 'ambiguous' ? (found ?? null) : toFile(found);
    },
    read: ({ path }) => contentOf(zip, entries.get(nameKey(path)), path),
  };
}

interface Named {
  readonly entry: Entry;
  readonly path: string;
}

/** Files by what their paths are compared by. */
type Entries = ReadonlyMap<string, Named>;

async function checkedEntries(zip: ZipFile, mostUnpacked: number): Promise<Entries> {
  if (zip.entryCount > MOST_ENTRIES) throw fileError('zip-entries', { number: MOST_ENTRIES });
  const entries = new Map<string, Named>();
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const path = nameOf(entry);
      refuseTricks(entry, path);
      if (path.endsWith('/') || isJunk(path)) continue;
      refuseContent(entry, path);
      if (entries.has(nameKey(path))) throw fileError('zip-twice', { name: path });
      entries.set(nameKey(path), { entry, path });
      unpacked += entry.uncompressedSize;
      if (unpacked > mostUnpacked) throw fileError('zip-unpacked', { number: mostUnpacked });
    }
  } catch (error) {
    damaged(error);
  }
  return entries;
}

const FILE_KIND = 0xf000;
const LINK = 0xa000;

function refuseTricks(entry: Entry, path: string): void {
  if (isTrick(path)) throw fileError('zip-path', { name: path });
  if (((entry.externalFileAttributes >>> 16) & FILE_KIND) === LINK)
    throw fileError('zip-link', { name: path });
}

function refuseContent(entry: Entry, path: string): void {
  if (isArchive(path)) throw fileError('zip-nested', { name: path });
  if (entry.isEncrypted()) throw fileError('zip-encrypted', { name: path });
  if (!entry.canDecodeFileData()) throw fileError('zip-unsupported', { name: path });
  if (entry.uncompressedSize > MOST_CSV_BYTES)
    throw fileError('zip-entry', { name: path, number: MOST_CSV_BYTES });
  const shrunk = entry.uncompressedSize / Math.max(entry.compressedSize, 1);
  if (entry.uncompressedSize > RATIO_COUNTS_FROM && shrunk > GREATEST_RATIO)
    throw fileError('zip-ratio', { name: path, number: GREATEST_RATIO });
}

function onlyCsv(entries: Entries): Named {
  const [csv, another] = [...entries.values()].filter(({ path }) => isCsv(path));
  if (!csv) throw fileError('zip-no-csv');
  if (another) throw fileError('zip-several-csv', { name: another.path });
  return csv;
}

/** By path, and by name where that is told apart from paths. */
function namesOf(entries: Entries): Map<string, Named | 'ambiguous'> {
  const names = new Map<string, Named | 'ambiguous'>();
  for (const [key, named] of entries) {
    const name = baseName(key);
    names.set(name, names.has(name) ? 'ambiguous' : named);
  }
  for (const [key, named] of entries) if (key.includes('/') || !names.has(key)) names.set(key, named);
  return names;
}

function toFile({ path, entry }: Named): ZippedFile {
  return { path, bytes: entry.uncompressedSize };
}

/** The content, counted as it comes: a directory that lies about sizes gains nothing. */
async function* contentOf(zip: ZipFile, named: Named | undefined, path: string): AsyncGenerator<Uint8Array> {
  if (!named) throw fileError('zip-damaged', { name: path });
  let bytes = 0;
  try {
    const stream = await zip.openReadStreamPromise(named.entry);
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > named.entry.uncompressedSize) throw fileError('zip-damaged', { name: path });
      yield chunk;
    }
  } catch (error) {
    damaged(error, path);
  }
}

function damaged(error: unknown, name?: string): never {
  if (error instanceof ImportFileError) throw error;
  throw fileError('zip-damaged', { name }, error);
}

class SourceReader extends RandomAccessReader {
  constructor(private readonly source: RandomAccess) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.source.read(start, end), { objectMode: false });
  }
}
