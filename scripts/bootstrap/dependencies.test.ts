import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isInstalled } from './dependencies.mjs';
import { takeLockFile } from './lock-file.mjs';

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

it('two commands at the same moment install once', async () => {
  const commands = await Promise.all([install(), install(), install()]);
  expect(commands.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(readFileSync(join(root, 'calls'), 'utf8')).toBe('npm\n');
});

it('does not touch the packages of a running shop', async () => {
  takeLockFile(join(root, '.data/demo.lock'), 'npm run demo');
  const { code, errors } = await install();
  expect(code).toBe(1);
  expect(errors).toContain(`\`npm run demo\` is running here (process ${process.pid})`);
  expect(existsSync(join(root, 'calls'))).toBe(false);
});

/** Runs the installation in a process of its own, with a slow stand-in for npm. */
async function install(): Promise<{ code: number | null; errors: string }> {
  const npm = join(root, 'npm-cli.js');
  writeFileSync(npm, NPM);
  const program = new URL('dependencies.mjs', import.meta.url).href;
  const source = `const { ensureDependencies } = await import('${program}'); await ensureDependencies(${JSON.stringify(root)});`;
  const command = spawn(process.execPath, ['--input-type=module', '-e', source], {
    env: { ...process.env, npm_execpath: npm },
  });
  const errors = text(command.stderr);
  const [code] = (await once(command, 'exit')) as [number | null];
  return { code, errors: await errors };
}

const NPM = `
  const fs = require('node:fs');
  fs.appendFileSync('calls', 'npm\\n');
  setTimeout(() => {
    fs.mkdirSync('node_modules', { recursive: true });
    fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
  }, 500);
`;
