import { mkdir, open, rename, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import { FetchError, megabytes, systemCode } from './fetch-error';

/** What we ask of a file that is being written. */
export interface WritableFile {
  write(bytes: Uint8Array, offset: number): Promise<{ bytesWritten: number }>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The disk, as far as fetching a model needs it. */
export interface Disk {
  /** `w` begins anew, `a` appends. */
  open(file: string, flags: 'w' | 'a'): Promise<WritableFile>;
  freeBytes(folder: string): Promise<number>;
}

export const realDisk: Disk = {
  open: (file, flags) => open(file, flags),
  freeBytes: async (folder) => {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  },
};

/** Throws `disk-full` before anything is written when the folder's disk has less room than needed. */
export async function needRoom(disk: Disk, folder: string, bytes: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const free = await disk.freeBytes(folder);
  if (free >= bytes) return;
  throw new FetchError(
    'disk-full',
    `The disk of ${folder} has ${megabytes(free)} free and ${megabytes(bytes)} are needed: ` +
      'make room and type npm run model:fetch again.',
  );
}

/** Writes all of the bytes, however many each single write takes. */
export async function writeAll(file: WritableFile, bytes: Uint8Array): Promise<void> {
  for (let offset = 0; offset < bytes.length;) offset += (await file.write(bytes, offset)).bytesWritten;
}

/** The file is there with all of its bytes, or as it was before: written beside it, synced, then renamed. */
export async function writeAtomically(disk: Disk, file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${file}.tmp`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const handle = await disk.open(unfinished, 'w');
    try {
      await writeAll(handle, bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw diskError(error, file);
  }
}

/** The sentence for a failed write; errors that are not the disk's pass through. */
export function diskError(error: unknown, file: string): unknown {
  const code = systemCode(error);
  if (error instanceof FetchError || code === undefined) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    const message = `The disk became full while writing ${file}, which was removed again: make room and type npm run model:fetch again.`;
    return new FetchError('disk-full', message, { cause: error });
  }
  const message = `${file} could not be written (${code}): check the rights of its folder and type npm run model:fetch again.`;
  return new FetchError('file', message, { cause: error });
}
