import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isLock, takeLock } from './lock';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lock-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('tells the second taker which process holds the lock', () => {
  const file = join(folder, 'demo.lock');
  expect(isLock(takeLock(file))).toBe(true);
  expect(takeLock(file)).toMatchObject({ pid: process.pid });
});

it('can be taken again once released', () => {
  const file = join(folder, 'demo.lock');
  const first = takeLock(file);
  if (!isLock(first)) throw new Error('the first taker must get the lock');
  first.release();
  expect(isLock(takeLock(file))).toBe(true);
});

it('ignores a lock whose process has died', () => {
  const file = join(folder, 'demo.lock');
  const { pid } = spawnSync('true');
  writeFileSync(file, JSON.stringify({ pid, since: '1' }));
  expect(isLock(takeLock(file))).toBe(true);
});

it('ignores a lock that was only half written', () => {
  const file = join(folder, 'demo.lock');
  writeFileSync(file, '{"pid":');
  expect(isLock(takeLock(file))).toBe(true);
});
