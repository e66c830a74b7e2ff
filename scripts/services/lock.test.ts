import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isLock, takeLock } from './lock';
import { SetupError } from './setup-error';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lock-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('tells the second taker which process holds the lock, and what runs there', () => {
  const file = join(folder, 'demo.lock');
  expect(isLock(takeLock(file, 'npm test'))).toBe(true);
  expect(takeLock(file)).toMatchObject({ pid: process.pid, command: 'npm test' });
});

it('can be taken again once released', () => {
  const file = join(folder, 'demo.lock');
  const first = takeLock(file);
  if (!isLock(first)) throw new Error('the first taker must get the lock');
  first.release();
  expect(isLock(takeLock(file))).toBe(true);
});

it('is not given back by an earlier holder', () => {
  const file = join(folder, 'demo.lock');
  const first = takeLock(file);
  if (!isLock(first)) throw new Error('the first taker must get the lock');
  first.release();
  takeLock(file);
  first.release();
  expect(isLock(takeLock(file))).toBe(false);
});

it('ignores a lock whose process has died', () => {
  const file = join(folder, 'demo.lock');
  writeFileSync(file, deadProcess());
  expect(isLock(takeLock(file))).toBe(true);
});

it('ignores a lock that was only half written', () => {
  const file = join(folder, 'demo.lock');
  writeFileSync(file, '{"pid":');
  expect(isLock(takeLock(file))).toBe(true);
});

it('says in a sentence that nothing can be written there', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => takeLock(join(folder, 'file', 'data', 'demo.lock'))).toThrow(SetupError);
});

it("is taken by exactly one of several processes at the same moment, over a dead one's lock or none", async () => {
  const rounds = 300;
  for (let round = 0; round < rounds; round += 2) {
    writeFileSync(join(folder, `${round}.lock`), deadProcess());
  }
  const program = takerProgram(rounds);
  const takers = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', program]),
  );
  const outputs = await Promise.all(takers.map((taker) => firstLine(taker)));
  for (const taker of takers) taker.stdin.end();
  const taken = outputs.flatMap((output) => JSON.parse(output) as number[]);
  expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: rounds }, (_, round) => round));
});

const dead = spawnSync('true').pid;
const deadProcess = () => JSON.stringify({ pid: dead, since: '1' });

/** Takes a lock at each of the agreed moments and says which it got; lives until its input ends. */
const takerProgram = (rounds: number) => `
  const { takeLockFile } = await import(${JSON.stringify(new URL('../bootstrap/lock-file.mjs', import.meta.url).href)});
  const begin = ${Date.now() + 1_000};
  const taken = [];
  for (let round = 0; round < ${rounds}; round++) {
    while (Date.now() < begin + round * 8);
    if ('release' in takeLockFile(${JSON.stringify(`${folder}/`)} + round + '.lock')) taken.push(round);
  }
  console.log(JSON.stringify(taken));
  process.stdin.resume();
`;

async function firstLine({ stdout }: { stdout: Readable }): Promise<string> {
  for await (const line of createInterface(stdout)) return line;
  throw new Error('A taker ended without a word.');
}
