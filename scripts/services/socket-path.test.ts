import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { socketPath } from './socket-path';

it('puts the socket into the folder when the system allows it', () => {
  expect(socketPath('/srv/dalma', 'mysql.sock')).toBe('/srv/dalma/mysql.sock');
});

it('falls back to a short private folder, another for each long path', () => {
  const deep = `/srv/${'long/'.repeat(40)}`;
  const [one, other] = [socketPath(`${deep}a`, 'mysql.sock'), socketPath(`${deep}b`, 'mysql.sock')];
  expect(Buffer.byteLength(one)).toBeLessThanOrEqual(103);
  expect(one).not.toBe(other);
  expect(socketPath(`${deep}a`, 'mysql.sock')).toBe(one);
  for (const path of [one, other]) rmSync(dirname(path), { recursive: true });
});

it('counts bytes, not characters', () => {
  const path = socketPath(`/srv/${'닮'.repeat(40)}`, 'mysql.sock');
  expect(Buffer.byteLength(path)).toBeLessThanOrEqual(103);
  rmSync(dirname(path), { recursive: true });
});
