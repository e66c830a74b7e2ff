import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { storageEnv } from '@/lib/env';
import { CallerError } from '@/lib/errors';

/** Where picture files lie. A local folder today; an object store needs only these five verbs. */
export interface PictureStorage {
  /** Stores the bytes under the key, whole or not at all. Storing again replaces. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The same as the bytes come, never holding more than a few chunks. When the stream fails nothing is stored. */
  putStream(key: string, stream: AsyncIterable<Uint8Array>): Promise<void>;
  /**
   * The stored file, or a part of it, as a stream; null if there is none. `size` is the whole file's. Whoever opens it must
   * read or destroy it.
   */
  open(key: string, range?: ByteRange): Promise<{ readonly stream: Readable; readonly size: number } | null>;
  /** Removes a key, or all keys below a folder. Nothing there is no error. */
  delete(prefix: string): Promise<void>;
  /** Keys directly below the folder that were last written before `date`, those of files left half-written among them. */
  olderThan(folder: string, date: Date): Promise<string[]>;
}

/** A part of a file: `start` to `end`, which is not in it. Not empty. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** The process's storage, in `STORAGE_DIR`. */
export function storage(): PictureStorage {
  return new LocalStorage(storageEnv().STORAGE_DIR);
}

/** Files in a folder of this machine; a key is the path below it. */
export class LocalStorage implements PictureStorage {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = path.resolve(/* turbopackIgnore: true */ folder);
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await this.#write(key, (draft) => writeFile(draft, bytes));
  }

  async putStream(key: string, stream: AsyncIterable<Uint8Array>): Promise<void> {
    await this.#write(key, async (draft) => {
      // Opened first: a stream that breaks at once would be tidied up after before its file is there.
      const file = await open(draft, 'w');
      await pipeline(stream, file.createWriteStream());
    });
  }

  async open(key: string, range?: ByteRange): Promise<{ stream: Readable; size: number } | null> {
    const file = await openOrNull(this.#pathOf(key));
    if (!file) return null;
    const status = await file.stat();
    if (!status.isFile()) {
      await file.close();
      return null;
    }
    const part = range && { start: range.start, end: range.end - 1 };
    return { stream: file.createReadStream(part), size: status.size };
  }

  async delete(prefix: string): Promise<void> {
    await rm(this.#pathOf(prefix), { recursive: true, force: true });
  }

  async olderThan(folder: string, date: Date): Promise<string[]> {
    const files = await filesIn(this.#pathOf(folder));
    const old = await Promise.all(
      files.map(async (file) => (await writtenAt(path.join(this.#pathOf(folder), file))) < date),
    );
    return files.filter((_, i) => old[i]).map((file) => `${folder}/${file}`);
  }

  /** Beside its place first, so that nobody ever sees half a file under its key. */
  async #write(key: string, writeTo: (draft: string) => Promise<void>): Promise<void> {
    const target = this.#pathOf(key);
    const draft = `${target}.${randomUUID()}.part`;
    await mkdir(path.dirname(target), { recursive: true });
    try {
      await writeTo(draft);
      await rename(draft, target);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  #pathOf(key: string): string {
    return path.join(this.#folder, ...checkedKey(key).split('/'));
  }
}

/** Parts of lower-case letters, digits, `-`, `_` and inner dots: nothing that could climb out of the folder. */
function checkedKey(key: string): string {
  if (key.length <= 256 && /^[a-z0-9_-]+(\.[a-z0-9_-]+)*(\/[a-z0-9_-]+(\.[a-z0-9_-]+)*)*$/.test(key))
    return key;
  throw new CallerError(
    'invalid-input',
    `${JSON.stringify(key.slice(0, 80))} is not a storage key; expected parts of a-z, 0-9, "-", "_" and single dots, joined by "/".`,
  );
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** A file that has gone meanwhile counts as new: there is nothing to do about it. */
async function writtenAt(file: string): Promise<Date> {
  try {
    return (await stat(file)).mtime;
  } catch {
    return new Date();
  }
}

async function openOrNull(file: string): Promise<FileHandle | null> {
  try {
    return await open(file, 'r');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null;
    throw error;
  }
}
