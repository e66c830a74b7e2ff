import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { startOwned } from './owned-process';
import { identify, isAlive } from './process-identity';
import { until } from './until';

const WITHIN = { timeoutMs: 10_000 };

it('stops the program together with its children', async () => {
  const logFile = join(mkdtempSync(join(tmpdir(), 'owned-')), 'log');
  const program = startOwned('/bin/sh', ['-c', 'sleep 600 & echo $!; wait'], { logFile });
  expect(await until(() => readFileSync(logFile, 'utf8').endsWith('\n'), WITHIN)).toBe(true);
  const child = identify(Number(readFileSync(logFile, 'utf8')));
  expect(isAlive(child)).toBe(true);
  await program.stop();
  expect(isAlive(program.identity)).toBe(false);
  expect(await until(() => !isAlive(child), WITHIN)).toBe(true);
  rmSync(dirname(logFile), { recursive: true });
});

it('kills a program that ignores the request to end', async () => {
  const program = startOwned('/bin/sh', ['-c', 'trap "" TERM; while :; do sleep 0.1; done'], {
    graceMs: 300,
  });
  await program.stop();
  expect(isAlive(program.identity)).toBe(false);
});

it('says how a program ended by itself', async () => {
  const program = startOwned('/bin/sh', ['-c', 'exit 3']);
  expect(await program.ended).toEqual({ ok: false, words: 'exit code 3' });
});

it('says that a program could not be started', async () => {
  const program = startOwned('/no/such/program', []);
  expect((await program.ended).words).toContain('ENOENT');
  await program.stop();
});

it('lets no program outlive an owner that is killed without warning', async () => {
  const owner = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', ownerProgram()]);
  const [line] = (await once(owner.stdout, 'data')) as [Buffer];
  const program = identify(Number(line.toString()));
  expect(isAlive(program)).toBe(true);
  owner.kill('SIGKILL');
  expect(await until(() => !isAlive(program), WITHIN)).toBe(true);
});

const ownerProgram = () => `
  const { startOwned } = await import(${JSON.stringify(fileURLToPath(new URL('owned-process.ts', import.meta.url)))});
  console.log(startOwned('sleep', ['600']).identity.pid);
  setInterval(() => {}, 1000);
`;
