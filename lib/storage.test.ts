import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CallerError } from '@/lib/errors';
import { LocalStorage } from '@/lib/storage';

const KEY = `ab/${'c'.repeat(64)}/160.webp`;
let folder: string;
let storage: LocalStorage;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dalma-storage-'));
  storage = new LocalStorage(path.join(folder, 'pictures'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('gives back what was stored, with its size, and the later of two', async () => {
  await storage.put(KEY, Buffer.from('first'));
  await storage.put(KEY, Buffer.from('second one'));
  expect(await read(KEY)).toEqual({ size: 10, text: 'second one' });
});

it('what is not there is null, and a folder is no file', async () => {
  await storage.put(KEY, Buffer.from('x'));
  expect(await storage.open('ab/nothing.webp')).toBeNull();
  expect(await storage.open(`${KEY}/below`)).toBeNull();
  expect(await storage.open('ab')).toBeNull();
});

it('removes a file or a whole folder, and minds nothing that is not there', async () => {
  await storage.put(KEY, Buffer.from('x'));
  await storage.delete('ab');
  expect(await storage.open(KEY)).toBeNull();
  await storage.delete('ab');
});

it('leaves no drafts behind, and writers of one key leave one whole file', async () => {
  const bodies = Array.from({ length: 20 }, (_, i) => String(i).repeat(50_000));
  await Promise.all(bodies.map((body) => storage.put(KEY, Buffer.from(body))));
  expect(bodies).toContain((await read(KEY))?.text);
  expect(readdirSync(path.join(folder, 'pictures', path.dirname(KEY)))).toEqual(['160.webp']);
});

it.each([
  '',
  '/',
  '../secret',
  'a/../../secret',
  'a//b',
  '/etc/passwd',
  'a/./b',
  'a\\..\\b',
  'a/b/',
  '.hidden',
  'a\0b',
  'ä',
  'A',
  '%2e%2e/x',
])('refuses the key %j, whatever it would mean to the file system', async (key) => {
  writeFileSync(path.join(folder, 'secret'), 'secret');
  await expect(storage.open(key)).rejects.toThrow(CallerError);
  await expect(storage.put(key, Buffer.from('x'))).rejects.toThrow(CallerError);
  await expect(storage.delete(key)).rejects.toThrow(CallerError);
  expect(readdirSync(folder)).toEqual(['secret']);
});

async function read(key: string) {
  const file = await storage.open(key);
  return file && { size: file.size, text: (await buffer(file.stream)).toString() };
}
