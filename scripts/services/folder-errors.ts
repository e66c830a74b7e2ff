import { resolve } from 'node:path';
import { SetupError } from './setup-error';

const FOREIGN =
  'belongs to somebody else, or something in it does: use a copy of the project that is yours, or take it over with chown.';

const MENDED_BY: Readonly<Record<string, string>> = {
  EACCES: FOREIGN,
  EPERM: FOREIGN,
  EROFS: 'is on a disk that is read-only: move the project to one that can be written.',
  ENOSPC: 'is on a disk that is full: make room and try again.',
  ENOTDIR: 'should be a folder, but a file is in its way: move that elsewhere.',
};

/** The error of writing in `folder`: as a SetupError where the owner of the machine can put the reason right. */
export function folderError(folder: string, error: unknown): unknown {
  const mended = MENDED_BY[(error as NodeJS.ErrnoException).code ?? ''];
  if (mended === undefined) return error;
  return new SetupError(`The folder ${resolve(folder)} ${mended}`, { cause: error });
}
