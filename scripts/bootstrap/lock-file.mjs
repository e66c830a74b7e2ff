// Plain JavaScript: the installation of packages needs it before any TypeScript can run.
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isAlive, thisProcess } from './process-identity.mjs';

/**
 * Takes a lock file for this process. It is there whole or not at all, and one whose process has died does not count.
 * @param {string} file its folder is made when missing
 * @param {string} [command] what to tell others that runs here
 * @returns the lock, or the process that holds it or is just taking it
 */
export function takeLockFile(file, command) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = JSON.stringify({ ...thisProcess(), command, taking: randomUUID() });
  for (;;) {
    if (putDown(file, mine)) return { release: () => removeIf(file, mine) };
    const found = read(file);
    if (found === null) continue;
    const holder = parse(found);
    if (holder && isAlive(holder)) return holder;
    // Only one at a time may clear away: another would take the fresh lock of the first for the dead one.
    const clearing = takeLockFile(`${file}.clearing`, command);
    if (!('release' in clearing)) return clearing;
    removeIf(file, found);
    clearing.release();
  }
}

/** The process whose lock this is, if it lives. */
export function holderOf(file) {
  const holder = parse(read(file) ?? '');
  return holder && isAlive(holder) ? holder : null;
}

/** A link appears with all its content, and only where nothing is yet. */
function putDown(file, content) {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function removeIf(file, content) {
  if (read(file) === content) rmSync(file, { force: true });
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return null;
  }
}

function parse(text) {
  try {
    const { pid, since, command } = JSON.parse(text);
    return Number.isInteger(pid) ? { pid, since: String(since ?? ''), command } : null;
  } catch {
    return null;
  }
}
