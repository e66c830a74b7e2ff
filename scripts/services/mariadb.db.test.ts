import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startMariadb } from './mariadb';
import { isAlive, type ProcessIdentity } from './process-identity';
import { until } from './until';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'mariadb-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function ask(url: string, sql: string): Promise<RowDataPacket[]> {
  const connection = await createConnection(url);
  try {
    return (await connection.query<RowDataPacket[]>(sql))[0];
  } finally {
    await connection.end();
  }
}

const runningServer = (folder: string) =>
  (JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as { server: ProcessIdentity }).server;

it('keeps its data from one start to the next, and no process between them', async () => {
  const first = await startMariadb({ dir });
  const server = runningServer(dir);
  await ask(first.url, 'CREATE DATABASE kept');
  await first.stop();
  expect(isAlive(server)).toBe(false);
  const second = await startMariadb({ dir });
  expect(await ask(second.url, "SHOW DATABASES LIKE 'kept'")).toHaveLength(1);
  await second.stop();
});

it('is shared by a second starter, whose stop leaves it running', async () => {
  const first = await startMariadb({ dir });
  const second = await startMariadb({ dir });
  expect(second.url).toBe(first.url);
  await second.stop();
  expect(await ask(first.url, 'SELECT 1')).toHaveLength(1);
  await first.stop();
});

it('two starters at the same moment get one server', async () => {
  const [one, other] = await Promise.all([startMariadb({ dir }), startMariadb({ dir })]);
  expect(one.url).toBe(other.url);
  await Promise.all([one.stop(), other.stop()]);
});

it('recovers after the server was killed without warning', async () => {
  const first = await startMariadb({ dir });
  await ask(first.url, 'CREATE DATABASE kept');
  const server = runningServer(dir);
  process.kill(server.pid, 'SIGKILL');
  expect(await until(() => !isAlive(server), { timeoutMs: 5_000 })).toBe(true);
  const second = await startMariadb({ dir });
  const restarted = runningServer(dir);
  expect(await ask(second.url, "SHOW DATABASES LIKE 'kept'")).toHaveLength(1);
  await second.stop();
  await first.stop();
  expect(isAlive(restarted)).toBe(false);
});

it('starts again after its owner was killed without warning', async () => {
  const owner = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', ownerProgram(dir)]);
  await once(owner.stdout, 'data');
  owner.kill('SIGKILL');
  await once(owner, 'exit');
  const next = await startMariadb({ dir });
  expect(await ask(next.url, 'SELECT 1')).toHaveLength(1);
  await next.stop();
});

it('carries on after an interrupted preparation of its data', async () => {
  mkdirSync(join(dir, 'mariadb.unfinished', 'mysql'), { recursive: true });
  writeFileSync(join(dir, 'mariadb.unfinished', 'mysql', 'db.frm'), 'half of a table');
  const server = await startMariadb({ dir });
  expect(await ask(server.url, 'SELECT 1')).toHaveLength(1);
  await server.stop();
});

it('works in a folder whose path is too long for a socket', async () => {
  const deep = join(dir, 'a-long-name/'.repeat(12), '빈 칸');
  const server = await startMariadb({ dir: deep });
  expect(await ask(server.url, 'SELECT 1')).toHaveLength(1);
  await server.stop();
});

it('answers only on its own socket, not on the network', async () => {
  const server = await startMariadb({ dir });
  expect(await ask(server.url, 'SELECT @@skip_networking AS closed')).toEqual([{ closed: 1 }]);
  await server.stop();
});

it('says in one sentence where to look when the server cannot start', async () => {
  mkdirSync(join(dir, 'mariadb'));
  await expect(startMariadb({ dir })).rejects.toThrow(
    /did not start .* read .*server\.log; removing the folder/,
  );
});

const ownerProgram = (folder: string) => `
  const { startMariadb } = await import(${JSON.stringify(fileURLToPath(new URL('mariadb.ts', import.meta.url)))});
  console.log((await startMariadb({ dir: ${JSON.stringify(folder)} })).url);
  setInterval(() => {}, 1000);
`;
