import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readDataFolder } from './data-folder';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dalma-eval-'));
});

afterEach(() => rm(folder, { recursive: true }));

it('reads the rows of the table in their order, with quoted commas and every column but the path', async () => {
  await write('labels.csv', 'path,split,fine\r\n"b, c.jpg",test,"Milk, 1 l"\r\na.jpg,train,\r\n');
  const { columns, pictures } = await readDataFolder(folder);
  expect(columns).toEqual(['split', 'fine']);
  expect(pictures.map(({ name, labels }) => ({ name, labels }))).toEqual([
    { name: 'b, c.jpg', labels: { split: 'test', fine: 'Milk, 1 l' } },
    { name: 'a.jpg', labels: { split: 'train', fine: '' } },
  ]);
});

it('gives a picture a new stamp when its file changes, and reads what is there', async () => {
  await write('labels.csv', 'path,label\na.jpg,x\n');
  await write('a.jpg', 'one');
  const [before] = (await readDataFolder(folder)).pictures;
  expect(Buffer.from(await before!.read()).toString()).toBe('one');
  await write('a.jpg', 'another');
  const [after] = (await readDataFolder(folder)).pictures;
  expect(after!.stamp).not.toBe(before!.stamp);
});

it('keeps a picture that is not there in the list, so that it is reported when it is read', async () => {
  await write('labels.csv', 'path,label\ngone.jpg,x\n');
  const [gone] = (await readDataFolder(folder)).pictures;
  await expect(gone!.read()).rejects.toThrow(/gone\.jpg/);
});

it.each([
  ['no column path', 'file,label\na.jpg,x\n', /no column "path": its columns are file, label/],
  ['no rows', 'path,label\n', /has no rows/],
  ['a row too short', 'path,label\na.jpg\n', /cannot be read as comma-separated values/],
])('refuses a table with %s', async (_, text, message) => {
  await write('labels.csv', text);
  await expect(readDataFolder(folder)).rejects.toThrow(message);
});

it('says what a folder must hold', async () => {
  await expect(readDataFolder(folder)).rejects.toThrow(/has no labels\.csv/);
  await expect(readDataFolder(path.join(folder, 'nowhere'))).rejects.toThrow(/nowhere is no folder/);
});

async function write(name: string, text: string): Promise<void> {
  await writeFile(path.join(folder, name), text);
}
