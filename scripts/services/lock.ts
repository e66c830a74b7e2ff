import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isAlive, thisProcess, type ProcessIdentity } from './process-identity';

export interface Lock {
  release(): void;
}

/**
 * Takes a lock file for this process. A lock whose process has died does not count.
 * @returns the lock, or the process that holds it.
 */
export function takeLock(file: string): Lock | ProcessIdentity {
  mkdirSync(dirname(file), { recursive: true });
  const holder = readHolder(file);
  if (holder && isAlive(holder)) return holder;
  rmSync(file, { force: true });
  const mine = JSON.stringify(thisProcess());
  try {
    writeFileSync(file, mine, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return readHolder(file) ?? { pid: 0, since: '' };
  }
  return { release: () => releaseIfMine(file, mine) };
}

export const isLock = (answer: Lock | ProcessIdentity): answer is Lock => 'release' in answer;

function releaseIfMine(file: string, mine: string): void {
  try {
    if (readFileSync(file, 'utf8') === mine) rmSync(file, { force: true });
  } catch {
    // Already gone: nothing to give back.
  }
}

function readHolder(file: string): ProcessIdentity | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity;
  } catch {
    return null;
  }
}
