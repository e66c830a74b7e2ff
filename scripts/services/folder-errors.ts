import { resolve } from 'node:path';
import { SetupError } from './setup-error';

const MENDED_BY: Readonly<Record<string, string>> = {
  EACCES:
    'belongs to somebody else: use a copy of the project that is yours, or take the folder over with chown.',
  EPERM:
    'belongs to somebody else: use a copy of the project that is yours, or take the folder over with chown.',
  EROFS: 'is on a disk that is read-only: move the project to one that can be written.',
  ENOSPC: 'is on a disk that is full: make room and try again.',
  ENOTDIR: 'should be a folder, but a file of that name is in its way: move it elsewhere.',
};

/** Runs what writes in `folder`. @throws SetupError where the owner of the machine can put the reason right. */
export function withFolderErrors<T>(folder: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    const mended = MENDED_BY[(error as NodeJS.ErrnoException).code ?? ''];
    if (mended === undefined) throw error;
    throw new SetupError(`${resolve(folder)} ${mended}`, { cause: error });
  }
}
