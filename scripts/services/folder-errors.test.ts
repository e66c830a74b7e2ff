import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderError } from './folder-errors';
import { sharedOrStarted } from './service';
import { SetupError } from './setup-error';

it.each(['EACCES', 'EPERM', 'EROFS', 'ENOSPC'])('says in a sentence how to put %s right', (code) => {
  const error = folderError('/data/shop', Object.assign(new Error(code), { code }));
  expect(error).toBeInstanceOf(SetupError);
  expect(String(error)).toMatch(/The folder \/data\/shop (is|belongs) .*: .*\.$/);
});

it('leaves what is a fault of ours as it is', () => {
  const error = new TypeError('undefined is not a function');
  expect(folderError('/data/shop', error)).toBe(error);
});

it('a server that finds its folder unusable says so in a sentence', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'folder-'));
  writeFileSync(join(folder, 'data'), '');
  const start = () => Promise.reject(new Error('must not be reached'));
  await expect(sharedOrStarted(join(folder, 'data', 'redis'), start)).rejects.toThrow(SetupError);
  rmSync(folder, { recursive: true });
});
