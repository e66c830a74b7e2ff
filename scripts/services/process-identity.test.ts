import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { identify, isAlive, thisProcess } from './process-identity';

it('recognises a running process', () => {
  expect(isAlive(thisProcess())).toBe(true);
});

it('is not fooled by a later process with the same number', () => {
  expect(isAlive({ pid: process.pid, since: 'long ago' })).toBe(false);
});

it('sees that a process has ended', async () => {
  const child = spawn('sleep', ['60']);
  const identity = identify(child.pid ?? 0);
  expect(isAlive(identity)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isAlive(identity)).toBe(false);
});
