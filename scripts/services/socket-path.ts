import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SetupError } from './setup-error';

/** The system's limit on a socket's path: 107 bytes on Linux, 103 on macOS. */
const LONGEST = 103;

/** A path for a unix socket: in `dir`, or, where that is too long, in a short private folder that stands for `dir`. */
export function socketPath(dir: string, name: string): string {
  const here = join(resolve(dir), name);
  if (Buffer.byteLength(here) <= LONGEST) return here;
  const short = join(
    tmpdir(),
    `dalma-${createHash('sha256').update(resolve(dir)).digest('hex').slice(0, 10)}`,
  );
  makePrivate(short);
  const there = join(short, name);
  if (Buffer.byteLength(there) > LONGEST) {
    throw new SetupError(
      `The path of the temporary folder ${tmpdir()} is too long for a socket: set TMPDIR=/tmp and try again.`,
    );
  }
  return there;
}

/** The temporary folder is everybody's: a folder of that name made by somebody else is not used. */
function makePrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  const mine = process.getuid === undefined || found.uid === process.getuid();
  if (!found.isDirectory() || !mine) {
    throw new SetupError(
      `${folder} belongs to somebody else: remove it, or set TMPDIR to a folder of your own.`,
    );
  }
}
