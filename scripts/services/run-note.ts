import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessIdentity } from './process-identity';

/** What is written down about a running server, for whoever comes next. Read and written only under the start lock. */
export interface RunNote {
  readonly server: ProcessIdentity;
  readonly url: string;
  readonly socket: string;
  /** Everybody who counts on it: it ends with the last of them. */
  readonly users: readonly User[];
}

/** One process may use a server several times: each use has a name of its own. */
export interface User extends ProcessIdentity {
  readonly use: string;
}

export function readNote(dir: string): RunNote | null {
  try {
    return { users: [], ...JSON.parse(readFileSync(notePath(dir), 'utf8')) } as RunNote;
  } catch {
    return null;
  }
}

/** Whole or not at all, however this process ends. */
export function writeNote(dir: string, note: RunNote): void {
  const draft = `${notePath(dir)}.draft`;
  writeFileSync(draft, JSON.stringify(note));
  renameSync(draft, notePath(dir));
}

export const removeNote = (dir: string) => rmSync(notePath(dir), { force: true });

const notePath = (dir: string) => join(dir, 'running.json');
