import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
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

it('stores a stream whole, or nothing of it', async () => {
  async function* chunks(fails: boolean) {
    yield Buffer.from('one ');
    if (fails) throw new Error('cut off');
    yield Buffer.from('two');
  }
  await expect(storage.putStream(KEY, chunks(true))).rejects.toThrow('cut off');
  expect(readdirSync(path.join(folder, 'pictures', path.dirname(KEY)))).toEqual([]);
  await storage.putStream(KEY, chunks(false));
  expect(await read(KEY)).toEqual({ size: 7, text: 'one two' });
  await expect(storage.putStream(KEY, chunks(true))).rejects.toThrow('cut off');
  expect(await read(KEY)).toEqual({ size: 7, text: 'one two' });
});

it('names the files of a folder that are older, half-written ones among them, not those below it', async () => {
  for (const key of ['up/old', 'up/half.1.part', 'up/new', 'up/below/old'])
    await storage.put(key, Buffer.from('x'));
  for (const name of ['old', 'half.1.part', 'below/old']) {
    utimesSync(path.join(folder, 'pictures', 'up', name), 1_000, 1_000);
  }
  const old = await storage.olderThan('up', new Date(2_000_000));
  expect(old.toSorted()).toEqual(['up/half.1.part', 'up/old']);
  expect(await storage.olderThan('nowhere', new Date())).toEqual([]);
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
