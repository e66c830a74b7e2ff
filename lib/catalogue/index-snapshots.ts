import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { indexLayout, LiveIndex } from '@/lib/catalogue/live-index';
import type { LogPosition } from '@/lib/catalogue/log-position';
import { decodeHead, encodeHead, SnapshotRefused, type SnapshotHead } from '@/lib/catalogue/snapshot-head';
import { SnapshotError } from '@/lib/engine';
import { messageOf } from '@/lib/errors';

const CURRENT = 'current.snapshot';
const PREVIOUS = 'previous.snapshot';
const HOUR_MS = 3_600_000;
/** One read must stay below 2 GiB: Node ends the process at a larger one, and no error can be caught. */
const PIECE_BYTES = 2 ** 30;

export interface StoredIndex {
  readonly live: LiveIndex;
  readonly position: LogPosition;
  readonly takenAt: Date;
}

/**
 * The index of one model on disk, as `<folder>/<model>/current.snapshot` and the one before it, `previous.snapshot`.
 * Written beside its place and renamed when it is whole and on the disk: wherever a process is killed, one whole
 * snapshot is left. Several processes may share the folder; each leaves whole files, and any of them will do.
 */
export class IndexSnapshots {
  readonly folder: string;
  /** Known to be whole: only then may it take the previous one's place. */
  #currentIsSound = false;

  constructor(
    private readonly indexDir: string,
    private readonly modelId: string,
  ) {
    this.folder = path.resolve(/* turbopackIgnore: true */ indexDir, modelId);
  }

  /** Those of that model, in the same place. */
  of(modelId: string): IndexSnapshots {
    return modelId === this.modelId ? this : new IndexSnapshots(this.indexDir, modelId);
  }

  /** The files there may be, the one to try first first. */
  get files(): readonly string[] {
    return [CURRENT, PREVIOUS].map((name) => path.join(/* turbopackIgnore: true */ this.folder, name));
  }

  /** @returns null if there is no such file. @throws SnapshotRefused if it must not be used */
  async read(file: string): Promise<StoredIndex | null> {
    const bytes = await refusing(() => wholeFile(file));
    if (!bytes) return null;
    const stored = await refusing(() => decode(bytes, this.modelId));
    if (path.basename(file) === CURRENT) this.#currentIsSound = true;
    return stored;
  }

  /**
   * Writes the index as it is now; what is changed while the file is being written is not in it.
   * @returns when it was taken. @throws what the file system says, e.g. that the disk is full; then nothing is changed
   */
  async write(live: LiveIndex, { seq, horizon }: LogPosition): Promise<Date> {
    if (!horizon) throw new SnapshotRefused('nothing in an empty change log tells databases apart.');
    const takenAt = new Date();
    const index = live.serialize();
    const head = encodeHead({ layout: indexLayout(), seq, horizon, takenAt, indexBytes: index.length });
    await mkdir(this.folder, { recursive: true });
    await this.#removeAbandoned();
    const draft = path.join(this.folder, `${draftPrefix()}${process.pid}.${randomUUID()}.draft`);
    try {
      await writeThrough(draft, [head, index]);
      await this.#putInPlace(draft);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    return takenAt;
  }

  async #putInPlace(draft: string): Promise<void> {
    const [current = '', previous = ''] = this.files;
    if (this.#currentIsSound) await rename(current, previous).catch(unlessMissing);
    await rename(draft, current);
    this.#currentIsSound = true;
    await syncFolder(this.folder);
  }

  /** Drafts of processes that were killed while they wrote. */
  async #removeAbandoned(): Promise<void> {
    const drafts = (await readdir(this.folder)).filter((name) => name.endsWith('.draft'));
    for (const name of drafts) {
      const draft = path.join(/* turbopackIgnore: true */ this.folder, name);
      if (hasDeadWriter(name) || (await isOlderThan(draft, HOUR_MS))) await rm(draft, { force: true });
    }
  }
}

function decode(bytes: Buffer, modelId: string): StoredIndex {
  const { head, length } = decodeHead(bytes);
  checkLayout(head);
  const { seq, horizon, takenAt } = head;
  return { live: LiveIndex.from(bytes.subarray(length), modelId), position: { seq, horizon }, takenAt };
}

function checkLayout({ layout }: SnapshotHead): void {
  const ours = indexLayout();
  if (layout === ours) return;
  throw new SnapshotRefused(`it holds of each picture "${layout}", and this program works with "${ours}".`);
}

/** Whatever is wrong with a file or its bytes is a reason not to use it. */
async function refusing<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof SnapshotRefused) throw error;
    const what = error instanceof SnapshotError ? '' : 'it cannot be read: ';
    throw new SnapshotRefused(`${what}${messageOf(error)}`, { cause: error });
  }
}

/**
 * The file in one buffer of its own, which may be large, read piece by piece.
 * @returns null if there is no file
 */
export async function wholeFile(file: string, pieceBytes = PIECE_BYTES): Promise<Buffer | null> {
  const handle = await open(file, 'r').catch(unlessMissing);
  if (!handle) return null;
  try {
    const bytes = Buffer.allocUnsafeSlow((await handle.stat()).size);
    let length = 0;
    for (let read = -1; read !== 0; length += read) {
      const wanted = Math.min(pieceBytes, bytes.length - length);
      ({ bytesRead: read } = await handle.read(bytes, length, wanted, length));
    }
    return bytes.subarray(0, length);
  } finally {
    await handle.close();
  }
}

async function writeThrough(file: string, parts: readonly Uint8Array[]): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    for (const part of parts) await handle.writeFile(part);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A rename is safe from a power failure once its folder is on the disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Drafts are named after machine and process: containers that share a folder have the same process numbers. */
const draftPrefix = () => `${hostname().replace(/[^\w-]/g, '_')}.`;

function hasDeadWriter(draft: string): boolean {
  if (!draft.startsWith(draftPrefix())) return false;
  return !isRunning(Number.parseInt(draft.slice(draftPrefix().length), 10));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function isOlderThan(file: string, ms: number): Promise<boolean> {
  const status = await stat(file).catch(unlessMissing);
  return !!status && Date.now() - status.mtimeMs > ms;
}

function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
