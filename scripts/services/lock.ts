import { dirname } from 'node:path';
import { takeLockFile, type Lock, type LockHolder } from '../bootstrap/lock-file.mjs';
import { folderError } from './folder-errors';

export type { Lock, LockHolder };

/**
 * Takes a lock file for this process. A lock whose process has died does not count.
 * @param command what to tell others that runs here: `npm run demo`
 * @returns the lock, or the process that holds it or is just taking it.
 * @throws SetupError when nothing can be written there.
 */
export function takeLock(file: string, command?: string): Lock | LockHolder {
  try {
    return takeLockFile(file, command);
  } catch (error) {
    throw folderError(dirname(file), error);
  }
}

export const isLock = (answer: Lock | LockHolder): answer is Lock => 'release' in answer;

/** What runs there, as the beginning of a sentence. */
export const running = ({ command, pid }: LockHolder) =>
  command ? `\`${command}\` is running (process ${pid})` : `Process ${pid} is running`;
