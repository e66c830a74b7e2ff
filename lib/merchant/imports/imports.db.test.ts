import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { utimes } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { and, asc, count, eq, isNotNull, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { claimRun, openRuns } from '@/db/queries/imports';
import { putMerchants } from '@/db/queries/shelves';
import { imageJob, importPicture, importRun, product, productImage, type ProductRow } from '@/db/schema';
import {
  acceptImport,
  beginImport,
  cancelImport,
  errorFile,
  exportCatalogue,
  importErrors,
  importRunOf,
  listImports,
  pauseImport,
  resumeImport,
  startImport,
  workOnImport,
} from '@/lib/merchant/imports';
import type { Account } from '@/lib/auth/types';
import { storageEnv } from '@/lib/env';
import { checkRun } from '@/lib/merchant/imports/check-run';
import { HeldRun, RunLost } from '@/lib/merchant/imports/held-run';
import { sweepImports } from '@/lib/merchant/imports/sweep-imports';
import { drawn, sent, zipOf } from '@/lib/merchant/imports/test-support';
import type { ImportRun } from '@/lib/merchant/imports/types';
import { runWorker } from '@/lib/merchant/pictures';
import { LocalStorage, storage } from '@/lib/storage';
import { until } from '@/scripts/services/until';
import { bundleProgram } from '@/scripts/testing/bundle-program';
import { plantProduct, plantShelves } from '@/scripts/testing/plant';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';

const HEADER = 'sku,title_ko,title_en,description_ko,description_en,category,price_krw,stock,family,pictures';
const ONE_ROW = `${HEADER}\nx,y,z,,,shelf-1,1,1,,`;
const SCOPE = { merchantId: 1 };
const OTHER = { merchantId: 2 };
const never = new AbortController().signal;
/** Thousands of rows, or a process that has to start first. */
const LONG = { timeout: 180_000 };
const words = { line: 'line', error: 'error', say: ({ code }: { code: string }) => code };

let test: TestDatabase;
let stopPictures: AbortController;
let pictures: Promise<void>;

beforeAll(async () => {
  test = await createTestDatabase();
  await plantShelves(test.db);
  await putMerchants(test.db, [{ id: 2, slug: 'other', nameKo: '다른 상인', nameEn: 'Other' }]);
});
afterAll(() => test.drop());

beforeEach(() => {
  stopPictures = new AbortController();
  pictures = runWorker({ signal: stopPictures.signal, id: 'test', pollMs: 20 });
});
afterEach(async () => {
  stopPictures.abort();
  await pictures;
});

it('good rows go in with their pictures, bad ones are told by line, column and reason; again it changes nothing', async () => {
  const rows = [
    'a-1,약과,Yakgwa,달아요,Sweet,shelf-1,"12,000",5,fam,front.jpg|back.jpg',
    ',,Nameless,,,shelf-1,1,1,,front.jpg',
    'a-2,한과,Hangwa,,,Shelf 2,9000원,0,,front.jpg',
    'a-3,떡,Cake,,,nowhere,12.5,-1,no family,absent.jpg',
    'A-1,다시,Again,,,shelf-1,1,1,,front.jpg',
  ];
  const file = await zipOf({
    'goods.csv': [HEADER, ...rows].join('\n'),
    'pictures/front.jpg': await drawn('front'),
    'pictures/back.jpg': await drawn('back'),
    '__MACOSX/._goods.csv': 'junk',
  });
  const run = await imported(file);
  expect(run).toMatchObject({ state: 'done', totalRows: 5, badRows: 3, doneRows: 2, created: 2, updated: 0 });
  const { errors } = await importErrors(SCOPE, run.id, 1);
  expect(errors.map(({ line, column, code, detail }) => [line, column, code, detail])).toEqual([
    [3, 'sku', 'cell-missing', ''],
    [3, 'title_ko', 'cell-missing', ''],
    [5, 'category', 'unknown-category', ''],
    [5, 'price_krw', 'not-a-number', ''],
    [5, 'stock', 'not-a-number', ''],
    [5, 'family', 'not-a-name', ''],
    [6, 'sku', 'duplicate-sku', '2'],
  ]);
  await allShown(3);
  expect(await bySku('a-1')).toMatchObject({ titleKo: '약과', priceKrw: 12_000, family: 'fam', stock: 5 });
  expect(await imported(file)).toMatchObject({ created: 0, updated: 0, unchanged: 2, badRows: 3 });
  await allShown(3);
});

it('a changed row changes its product, a deleted one comes back, and pictures that are the same are not added again', async () => {
  const first = await drawn('keep');
  const cells = 'b-1,빵,Bread,,,shelf-1,100,1,,keep.jpg';
  await imported(await zipOf({ 'g.csv': `${HEADER}\n${cells}`, 'keep.jpg': first }));
  await allShown(1, 'b-1');
  const before = await shownOf('b-1');
  await test.db.update(product).set({ deletedAt: new Date() }).where(eq(product.sku, 'b-1'));
  const changed = `${HEADER}\n${cells.replace('100', '200')}|new.jpg`;
  const again = await zipOf({ 'g.csv': changed, 'keep.jpg': first, 'new.jpg': await drawn('new') });
  expect(await imported(again)).toMatchObject({ updated: 1, restored: 1, created: 0 });
  await allShown(2, 'b-1');
  expect((await shownOf('b-1'))[0]).toEqual(before[0]);
  expect(await bySku('b-1')).toMatchObject({ priceKrw: 200, deletedAt: null });
});

it('a picture that came another way than by an import is known by what it would become', async () => {
  const file = await zipOf({
    'g.csv': `${HEADER}\nknown,빵,Bread,,,shelf-1,100,1,,one.jpg`,
    'one.jpg': await drawn('known'),
  });
  await imported(file);
  await allShown(1, 'known');
  await test.db.delete(importPicture);
  expect(await imported(file)).toMatchObject({ unchanged: 1, updated: 0 });
});

it(
  '10,000 rows are checked and go in; one more is refused with the number of rows, and nothing goes in',
  LONG,
  async () => {
    const skus = Array.from({ length: 10_000 }, (_, i) => `many-${i}`);
    for (let i = 0; i < skus.length; i += 1_000)
      await test.db.insert(product).values(skus.slice(i, i + 1_000).map(bareProduct));
    const row = (sku: string, i: number) => `${sku},상품,Product,,,shelf-1,${i % 100 === 0 ? 2 : 1},1,,`;
    const run = await imported([HEADER, ...skus.map(row)].join('\n'));
    expect(run).toMatchObject({ totalRows: 10_000, badRows: 0, updated: 100, unchanged: 9_900 });
    const tooMany = await checked([HEADER, ...skus.map(row), row('one-more', 1)].join('\n'));
    expect(tooMany).toMatchObject({ state: 'failed', problems: [{ code: 'too-many-rows', number: 10_001 }] });
  },
);

it(
  'an import whose process is killed in the middle goes on in another, and every product is there once',
  LONG,
  async () => {
    const rows = 60;
    const lines = Array.from(
      { length: rows },
      (_, i) => `killed-${i},상품 ${i},Product ${i},,,shelf-1,10,1,,p${i % 3}.jpg`,
    );
    const [p0, p1, p2] = await Promise.all(['k0', 'k1', 'k2'].map(drawn));
    const file = await zipOf({
      'g.csv': [HEADER, ...lines].join('\n'),
      'p0.jpg': p0!,
      'p1.jpg': p1!,
      'p2.jpg': p2!,
    });
    const { id } = await checked(file);
    await startImport(SCOPE, id);
    const program = await bundleProgram('scripts/testing/import-worker.ts');
    const child = spawn(process.execPath, [program.file], { env: process.env, stdio: 'ignore' });
    await until(async () => (await importRunOf(SCOPE, id)).doneRows >= 5, {
      timeoutMs: 100_000,
      everyMs: 20,
    });
    child.kill('SIGKILL');
    program.remove();
    const killed = await importRunOf(SCOPE, id);
    expect(killed.doneRows).toBeLessThan(rows);
    await until(async () => workOnImport(id, { signal: never, holdMs: 500 }), {
      timeoutMs: 30_000,
      everyMs: 50,
    });
    expect(await importRunOf(SCOPE, id)).toMatchObject({
      state: 'done',
      doneRows: rows,
      created: rows,
      unchanged: 0,
    });
    expect(
      await until(async () => (await shownLike('killed-')) === rows, { timeoutMs: 100_000, everyMs: 100 }),
    ).toBe(true);
  },
);

it(
  'a paused import stops, goes on from there when it is resumed, and a cancelled one never does',
  LONG,
  async () => {
    const lines = Array.from({ length: 60 }, (_, i) => `pause-${i},상품,Product,,,shelf-1,10,1,,p.jpg`);
    const file = await zipOf({ 'g.csv': [HEADER, ...lines].join('\n'), 'p.jpg': await drawn('pause') });
    const { id } = await checked(file);
    await startImport(SCOPE, id);
    const working = workOnImport(id, { signal: never });
    await until(async () => (await importRunOf(SCOPE, id)).doneRows >= 5, {
      timeoutMs: 100_000,
      everyMs: 20,
    });
    await pauseImport(SCOPE, id);
    await working;
    const paused = await importRunOf(SCOPE, id);
    expect(paused).toMatchObject({ state: 'paused' });
    expect(await workOnImport(id, { signal: never })).toBe(false);
    expect((await importRunOf(SCOPE, id)).doneRows).toBe(paused.doneRows);
    await resumeImport(SCOPE, id);
    await workOnImport(id, { signal: never });
    expect(await importRunOf(SCOPE, id)).toMatchObject({ state: 'done', created: 60, doneRows: 60 });
    const other = await checked(file);
    await cancelImport(SCOPE, other.id);
    await expect(startImport(SCOPE, other.id)).rejects.toThrow(/is cancelled/);
  },
);

it('another merchant can neither see, start, stop nor export what is not his', async () => {
  const { id } = await checked(`${HEADER}\nx,y,z,,,shelf-1,1,1,,`);
  const attempts = [importRunOf, startImport, pauseImport, resumeImport, cancelImport];
  for (const attempt of attempts)
    await expect(attempt(OTHER, id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(importErrors(OTHER, id, 1)).rejects.toMatchObject({ code: 'not-found' });
  await expect(errorFile(OTHER, id, words)).rejects.toMatchObject({ code: 'not-found' });
  await expect(exportCatalogue(OTHER, 1)).rejects.toMatchObject({ code: 'not-found' });
  expect((await listImports(OTHER)).runs).toEqual([]);
  const account = { userId: 'u', name: 'n', email: 'e', role: 'merchant' as const, merchantId: 2 };
  await expect(acceptImport(account, 1, sent('x'), 'x.csv')).rejects.toMatchObject({ code: 'not-found' });
  expect(await importRunOf(SCOPE, id)).toMatchObject({ state: 'checked' });
});

it("the same sku of two merchants is two products, and an import touches its own merchant's alone", async () => {
  await plantProduct(test.db, { sku: 'shared', merchantId: 1, priceKrw: 1 });
  await plantProduct(test.db, { sku: 'shared', merchantId: 2, priceKrw: 2 });
  await imported(`${HEADER}\nshared,가,A,,,shelf-1,77,1,,`);
  const rows = await test.db
    .select()
    .from(product)
    .where(eq(product.sku, 'shared'))
    .orderBy(asc(product.merchantId));
  expect(rows.map(({ priceKrw }) => priceKrw)).toEqual([77, 2]);
});

it('an exported catalogue imported again changes nothing, whatever its texts are', async () => {
  const nasty = [
    '=1+1',
    "'=1",
    '+82',
    '-5',
    '@x',
    '"q"',
    'a,b;c\td',
    'l1\nl2',
    'l1\r\nl2',
    '한글🍜',
    '\u0041\u030a',
    "''",
  ];
  await Promise.all(
    nasty.map((title, i) =>
      plantProduct(test.db, { sku: `nasty-${i}`, merchantId: 2, title: { ko: title, en: `${title}!` } }),
    ),
  );
  const exported = await buffer(await exportCatalogue(OTHER, 2));
  const { id } = await beginImport(2, sent(exported), 'export.csv');
  await workOnImport(id, { signal: never });
  await startImport(OTHER, id);
  await workOnImport(id, { signal: never });
  const run = await importRunOf(OTHER, id);
  expect(run).toMatchObject({ state: 'done', badRows: 0, updated: 0, created: 0, unchanged: run.totalRows });
  expect(run.totalRows).toBeGreaterThanOrEqual(nasty.length);
});

it('the error file holds the bad rows in their own columns, opens in Excel, computes nothing, and can be imported', async () => {
  const run = await checked(`${HEADER}\n=cmd(),가,"=1+1, ""x""",,,shelf-1,abc,1,,`);
  const file = String(await buffer(await errorFile(SCOPE, run.id, words)));
  expect(file.startsWith('\uFEFFsku,title_ko')).toBe(true);
  expect(file).toContain("'=cmd()");
  expect(file).toContain(`"'=1+1, ""x"""`);
  expect(await checked(file)).toMatchObject({ state: 'checked', totalRows: 1, badRows: 1 });
});

it('a file over which three processes were lost is given up, and no other is given it', async () => {
  const { id } = await beginImport(1, sent(`${HEADER}\n`), 'poison.csv');
  const fileKey = await fileKeyOf(id);
  for (let lost = 0; lost < 3; lost++)
    expect(
      await test.db.transaction((tx) => claimRun(tx, `lost ${lost}`, -1_000, { only: id })),
    ).toBeDefined();
  await workOnImport(id, { signal: never });
  const run = await importRunOf(SCOPE, id);
  expect(run).toMatchObject({ state: 'failed', problems: [{ code: 'worker-lost' }] });
  expect(await workOnImport(id, { signal: never })).toBe(false);
  expect(await storage().open(fileKey)).toBeNull();
});

it('a passing fault while a file is checked costs neither the file nor the import: it is checked again', async () => {
  const { id } = await beginImport(1, sent(`${HEADER}\nx,y,z,,,shelf-1,1,1,,`), 'unlucky.csv');
  const open = vi.spyOn(LocalStorage.prototype, 'open').mockRejectedValueOnce(new Error('EMFILE'));
  await workOnImport(id, { signal: never });
  open.mockRestore();
  expect(await importRunOf(SCOPE, id)).toMatchObject({ state: 'checking' });
  expect(await workOnImport(id, { signal: never })).toBe(false);
  await test.db.update(importRun).set({ lockedUntil: null }).where(eq(importRun.id, id));
  await workOnImport(id, { signal: never });
  expect(await importRunOf(SCOPE, id)).toMatchObject({ state: 'checked', totalRows: 1 });
});

it('what had stopped an import is forgotten when it is resumed', async () => {
  const { id } = await checked(`${HEADER}\nx,y,z,,,shelf-1,1,1,,`);
  const error = JSON.stringify([{ code: 'unexpected' }]);
  await test.db.update(importRun).set({ state: 'paused', error }).where(eq(importRun.id, id));
  await resumeImport(SCOPE, id);
  await pauseImport(SCOPE, id);
  expect((await importRunOf(SCOPE, id)).problems).toEqual([]);
});

it('an import whose number is none is not there, its error file neither', async () => {
  await expect(errorFile(SCOPE, Number('anything'), words)).rejects.toMatchObject({ code: 'not-found' });
});

it('a merchant has ten open imports at most; what is refused leaves no file, and one that ends makes room', async () => {
  const account = { userId: 'many', name: 'n', email: 'e', role: 'merchant' as const, merchantId: 2 };
  const send = () => acceptImport(account, 2, sent(`${HEADER}\n`), 'one-of-many.csv');
  await test.db.update(importRun).set({ state: 'done' }).where(eq(importRun.merchantId, 2));
  const ids: number[] = [];
  for (let i = 0; i < 9; i++) ids.push((await send()).id);
  const before = (await filesLeft()).length;
  const both = await Promise.allSettled([slowly(account), send()]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  await expect(send()).rejects.toMatchObject({ code: 'already-exists' });
  expect(await filesLeft()).toHaveLength(before + 1);
  await cancelImport(OTHER, ids[0]!);
  expect(await send()).toMatchObject({ state: 'checking' });
});

it('a file whose import could not be written down does not stay', async () => {
  const before = await filesLeft();
  await test.db.execute(sql`alter table import_run rename to import_run_away`);
  const begun = await beginImport(1, sent('x'), 'x.csv').catch((error: unknown) => error);
  await test.db.execute(sql`alter table import_run_away rename to import_run`);
  expect(begun).toBeInstanceOf(Error);
  expect(await filesLeft()).toEqual(before);
});

it('files that no open import has go once they are old, as do imports that nobody went on with; others stay', async () => {
  const [waiting, forgotten, ended] = [
    await checked(ONE_ROW),
    await checked(ONE_ROW),
    await checked(ONE_ROW),
  ];
  const keys = await Promise.all([waiting, forgotten, ended].map(({ id }) => fileKeyOf(id)));
  const longAgo = new Date(Date.now() - 8 * 24 * 3_600_000);
  await test.db.update(importRun).set({ updatedAt: longAgo }).where(eq(importRun.id, forgotten.id));
  await test.db.update(importRun).set({ state: 'done' }).where(eq(importRun.id, ended.id));
  const draft = `imports/${randomUUID()}.${randomUUID()}.part`;
  await storage().put(draft, Buffer.from('half'));
  for (const key of [...keys, draft])
    await utimes(path.join(storageEnv().STORAGE_DIR, key), longAgo, longAgo);
  await storage().put('imports/just-come', Buffer.from('new'));
  await sweepImports(7 * 24 * 3_600_000);
  const left = await filesLeft();
  expect([...keys, draft, 'imports/just-come'].map((key) => left.includes(key))).toEqual([
    true,
    false,
    false,
    false,
    true,
  ]);
  expect(await importRunOf(SCOPE, forgotten.id)).toMatchObject({ state: 'cancelled' });
  expect(await importRunOf(SCOPE, waiting.id)).toMatchObject({ state: 'checked' });
});

it('a process that was taken for lost notes and forgets nothing that is wrong with the file any more', async () => {
  const { id } = await beginImport(1, sent(`${HEADER}\n,y,z,,,shelf-1,1,1,,`), 'stale.csv');
  const row = await test.db.transaction((tx) => claimRun(tx, 'stale', -1_000, { only: id }));
  const stale = new HeldRun(row!, 'stale', 1_000, never);
  await workOnImport(id, { signal: never });
  const before = await importErrors(SCOPE, id, 1);
  expect(before.total).toBeGreaterThan(0);
  await expect(checkRun(stale)).rejects.toBeInstanceOf(RunLost);
  await stale.release();
  expect(await importErrors(SCOPE, id, 1)).toEqual(before);
});

it('a product that was changed while its row waited for the queue is set to what the row says', async () => {
  stopPictures.abort();
  await pictures;
  await plantProduct(test.db, { sku: 'wait-1', stock: 1 });
  await plantProduct(test.db, { sku: 'wait-2', stock: 5 });
  const lines = ['wait-1,가,A,,,shelf-1,1,2,,', 'wait-2,가,A,,,shelf-1,1,5,,w.jpg'];
  const { id } = await checked(
    await zipOf({ 'g.csv': [HEADER, ...lines].join('\n'), 'w.jpg': await drawn('wait') }),
  );
  await test.db.insert(imageJob).values(Array.from({ length: 64 }, (_, i) => waitingJob(i)));
  await startImport(SCOPE, id);
  const working = workOnImport(id, { signal: never });
  await until(async () => (await importRunOf(SCOPE, id)).doneRows === 1, { timeoutMs: 30_000, everyMs: 20 });
  await test.db.update(product).set({ stock: 9 }).where(eq(product.sku, 'wait-2'));
  await test.db.delete(imageJob).where(eq(imageJob.fileName, 'queued'));
  await working;
  expect(await importRunOf(SCOPE, id)).toMatchObject({ state: 'done', doneRows: 2 });
  expect(await bySku('wait-2')).toMatchObject({ stock: 5 });
});

it("a merchant's imports go in one after another, another's beside them; who only checks takes none of them", async () => {
  await test.db.update(importRun).set({ state: 'done' });
  const runs = [await beginImport(1, sent('x'), 'a'), await beginImport(1, sent('x'), 'b')];
  runs.push(await beginImport(2, sent('x'), 'c'));
  await test.db.update(importRun).set({ state: 'running' }).where(eq(importRun.state, 'checking'));
  const toCheck = await beginImport(1, sent('x'), 'd');
  const claim = (...states: ('checking' | 'running')[]) =>
    test.db.transaction((tx) => claimRun(tx, 'one', 60_000, { only: null, states }));
  const going = [await claim('running'), await claim('running'), await claim('running')];
  expect(going.map((row) => row?.id)).toEqual([runs[0]!.id, runs[2]!.id, undefined]);
  expect((await claim('checking'))?.id).toBe(toCheck.id);
  expect(await claim('checking')).toBeUndefined();
  await test.db.update(importRun).set({ state: 'done' });
});

function waitingJob(i: number) {
  const now = new Date();
  const times = { runAfter: now, createdAt: now, updatedAt: now };
  const state = 'waiting' as const;
  return { merchantId: 1, uploadKey: `uploads/queued-${i}`, fileName: 'queued', bytes: 1, state, ...times };
}

/** An upload during which the merchant's last free place is taken. */
async function slowly(account: Account) {
  async function* bytes() {
    await until(async () => (await openRuns(test.db, 2)) === 10, { timeoutMs: 30_000, everyMs: 20 });
    yield Buffer.from(HEADER);
  }
  return acceptImport(account, 2, bytes(), 'slow.csv');
}

async function filesLeft(): Promise<string[]> {
  return (await storage().olderThan('imports', new Date(Date.now() + 60_000))).sort();
}

async function fileKeyOf(id: number): Promise<string> {
  const [row] = await test.db.select().from(importRun).where(eq(importRun.id, id));
  return row!.fileKey;
}

async function checked(file: Uint8Array | string): Promise<ImportRun> {
  const { id } = await beginImport(1, sent(file), 'file');
  await workOnImport(id, { signal: never });
  return importRunOf(SCOPE, id);
}

async function imported(file: Uint8Array | string): Promise<ImportRun> {
  const run = await checked(file);
  expect(run.state).toBe('checked');
  await startImport(SCOPE, run.id);
  await workOnImport(run.id, { signal: never });
  const [row] = await test.db.select().from(importRun).where(eq(importRun.id, run.id));
  expect(row?.lockedBy).toBeNull();
  return importRunOf(SCOPE, run.id);
}

async function bySku(sku: string): Promise<ProductRow | undefined> {
  const [row] = await test.db.select().from(product).where(eq(product.sku, sku));
  return row;
}

async function shownOf(sku: string) {
  return test.db
    .select({ id: productImage.id, sha256: productImage.sha256 })
    .from(productImage)
    .innerJoin(product, eq(product.id, productImage.productId))
    .where(and(eq(product.sku, sku), isNotNull(productImage.position)))
    .orderBy(asc(productImage.position));
}

/** Waits for the pictures of the products whose skus begin so. */
async function allShown(pictures: number, sku = 'a-'): Promise<void> {
  expect(
    await until(async () => (await shownLike(sku)) === pictures, { timeoutMs: 100_000, everyMs: 50 }),
  ).toBe(true);
}

async function shownLike(begin: string): Promise<number> {
  const rows = await test.db
    .select({ sku: product.sku, count: count() })
    .from(productImage)
    .innerJoin(product, eq(product.id, productImage.productId))
    .where(isNotNull(productImage.position))
    .groupBy(product.sku);
  return rows.filter(({ sku }) => sku.startsWith(begin)).reduce((sum, row) => sum + row.count, 0);
}

function bareProduct(sku: string) {
  return {
    ...{ sku, merchantId: 1, categoryId: 1, titleKo: '상품', titleEn: 'Product', priceKrw: 1, stock: 1 },
    ...{ descriptionKo: '', descriptionEn: '', searchText: 'enproduct' },
    createdAt: new Date('2026-01-01T00:00:00Z'),
  };
}
