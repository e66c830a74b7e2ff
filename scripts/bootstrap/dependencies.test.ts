import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isInstalled } from './dependencies.mjs';

const LOCK = { '': {}, 'node_modules/next': { version: '16.0.0' } };

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'packages-'));
  write('package-lock.json', LOCK);
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, packages: object): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), JSON.stringify({ packages }));
}

const npmNoted = (packages: object) => write('node_modules/.package-lock.json', packages);

it('is satisfied with a complete installation of this lock file', () => {
  npmNoted({ 'node_modules/next': { version: '16.0.0' } });
  expect(isInstalled(root)).toBe(true);
});

it('sees that nothing was installed', () => {
  expect(isInstalled(root)).toBe(false);
});

it('sees that an installation was interrupted', () => {
  mkdirSync(join(root, 'node_modules/next'), { recursive: true });
  expect(isInstalled(root)).toBe(false);
});

it.each([
  ['another version', { 'node_modules/next': { version: '15.0.0' } }],
  ['without one of its packages', {}],
])('sees that what is installed is %s', (_, packages) => {
  npmNoted(packages);
  expect(isInstalled(root)).toBe(false);
});

it('does not miss what is only for other systems', () => {
  write('package-lock.json', { ...LOCK, 'node_modules/x-win32-x64': { version: '1.0.0', optional: true } });
  npmNoted({ 'node_modules/next': { version: '16.0.0' } });
  expect(isInstalled(root)).toBe(true);
});
