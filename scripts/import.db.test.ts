import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getProduct } from '@/lib/catalogue';
import { plantProduct, plantShelves } from '@/scripts/testing/plant';
import { createTestDatabase, testServer, type TestDatabase } from '@/scripts/testing/test-database';

let test: TestDatabase;
let folder: string;

beforeAll(async () => {
  test = await createTestDatabase();
  await plantShelves(test.db);
  folder = mkdtempSync(path.join(tmpdir(), 'dalma-import-'));
});
afterAll(async () => {
  await test.drop();
  rmSync(folder, { recursive: true, force: true });
});

it('what was exported changes nothing when it is imported, and one changed cell changes that product', async () => {
  const id = await plantProduct(test.db, { sku: 'one', stock: 5 });
  await plantProduct(test.db, { sku: 'two', stock: 5 });
  const file = path.join(folder, 'catalogue.csv');
  writeFileSync(file, (await program('export')).stdout);
  expect(await program('import', file)).toMatchObject({
    code: 0,
    stdout: '0 new, 0 changed, 2 unchanged, 0 bad.\n',
  });

  const changed = readFileSync(file, 'utf8').replace(/^(one,.*),5,/m, '$1,8,');
  writeFileSync(file, changed);
  expect(await program('import', file, '--check')).toMatchObject({ code: 0 });
  expect((await getProduct(id))?.stock).toBe(5);
  expect((await program('import', file)).stdout).toBe('0 new, 1 changed, 1 unchanged, 0 bad.\n');
  expect((await getProduct(id))?.stock).toBe(8);
});

it('bad rows end it with 2 and stand in a file beside, a file that cannot be used with 1', async () => {
  const file = path.join(folder, 'bad.csv');
  writeFileSync(file, 'sku,title_ko,title_en,category,price_krw,stock\nbad,이름,Name,shelf-1,cheap,1\n');
  expect((await program('import', file)).code).toBe(2);
  expect(readFileSync(`${file}.errors.csv`, 'utf8')).toContain('price_krw: Must be a whole number');

  const useless = path.join(folder, 'useless.csv');
  writeFileSync(useless, 'colour\nred\n');
  const refused = await program('import', useless);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('The column “colour” is unknown.');
  expect(existsSync(`${useless}.errors.csv`)).toBe(false);
});

it('a merchant nobody is, and a file that is not there, are named with what to do', async () => {
  const stranger = await program('export', '--merchant', 'nobody');
  expect(stranger).toMatchObject({
    code: 1,
    stderr: 'There is no merchant nobody. Use one of: merchant\n',
  });

  const nowhere = await program('import', path.join(folder, 'nowhere.csv'));
  expect(nowhere.code).toBe(1);
  expect(nowhere.stderr).toMatch(/^The file .*nowhere\.csv cannot be read/);
});

/** Runs `npm run import` or `export`, for the planted merchant unless another is named, with this process's settings and the test run's Redis. */
function program(name: 'import' | 'export', ...args: string[]) {
  const node = ['--import', 'tsx', `scripts/${name}.ts`, '--merchant', 'merchant', ...args];
  const env = { ...process.env, REDIS_URL: process.env.REDIS_URL || testServer('TEST_REDIS_URL') };
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(process.execPath, node, { env }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
