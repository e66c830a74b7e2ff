import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isAlive } from './process-identity';
import { readNote } from './run-note';
import { until } from './until';

const WITHIN = { timeoutMs: 20_000 };

let dir: string;
const started: ChildProcess[] = [];
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'service-'))));
afterEach(async () => {
  for (const program of started.splice(0)) await end(program, 'SIGTERM');
  rmSync(dir, { recursive: true, force: true });
});

it.each(['SIGTERM', 'SIGKILL'] as const)(
  'a server outlives the starter that %s ends, and ends with the last program that shares it',
  async (signal) => {
    const starter = await programWithServer();
    const sharer = await programWithServer();
    const { server } = noted();
    await end(starter, signal);
    expect(await until(() => noted().users.length === 1, WITHIN)).toBe(true);
    expect(isAlive(server)).toBe(true);
    await end(sharer, signal);
    expect(await until(() => !isAlive(server) && readNote(dir) === null, WITHIN)).toBe(true);
  },
);

it('a program that leaves first takes nothing from the one that started the server', async () => {
  const starter = await programWithServer();
  await end(await programWithServer(), 'SIGTERM');
  expect(isAlive(noted().server)).toBe(true);
  expect(noted().users.map(({ pid }) => pid)).toEqual([starter.pid]);
});

it('programs that start at the same moment share one server', async () => {
  const programs = await Promise.all([programWithServer(), programWithServer(), programWithServer()]);
  expect(startsOfServer()).toBe(1);
  expect(new Set(noted().users.map(({ pid }) => pid))).toEqual(new Set(programs.map(({ pid }) => pid)));
});

it('the program that started a server can end while another still uses it', async () => {
  const starter = await programWithServer();
  await programWithServer();
  const exited = once(starter, 'exit');
  starter.stdin?.end();
  expect(await exited).toEqual([0, null]);
  expect(isAlive(noted().server)).toBe(true);
});

it('ends its server also when its folder was removed under it', async () => {
  const program = await programWithServer();
  const { server } = noted();
  rmSync(dir, { recursive: true });
  await end(program, 'SIGTERM');
  expect(isAlive(server)).toBe(false);
});

function noted() {
  const note = readNote(dir);
  if (!note) throw new Error('There is no note about a running server.');
  return note;
}

const startsOfServer = () => readFileSync(join(dir, 'up'), 'utf8').trim().split('\n').length;

async function programWithServer(): Promise<ChildProcess> {
  const program = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source()]);
  started.push(program);
  await once(program.stdout, 'data');
  return program;
}

async function end(program: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const exited = once(program, 'exit');
  program.kill(signal);
  await exited;
}

const url = (path: string) => JSON.stringify(fileURLToPath(new URL(path, import.meta.url)));

/** Uses a server that only sleeps; when its input ends it leaves it and has nothing more to do. */
const source = () => `
  const { existsSync } = await import('node:fs');
  const { sharedOrStarted, startService } = await import(${url('service.ts')});
  const { stopOnSignals } = await import(${url('../demo/shutdown.ts')});
  stopOnSignals(() => 0);
  const dir = ${JSON.stringify(dir)};
  const service = await sharedOrStarted(dir, () =>
    startService({
      name: 'Sleeper',
      dir,
      command: '/bin/sh',
      args: ['-c', 'echo started >>up; exec sleep 600'],
      socket: dir + '/sleeper.sock',
      url: 'sleeper:',
      answers: async () => existsSync(dir + '/up'),
    }),
  );
  console.log('ready');
  process.stdin.on('end', () => void service.stop()).resume();
`;
