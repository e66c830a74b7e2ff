import { once } from 'node:events';
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { currentSeq } from '@/db/queries/changes';
import { changeLog } from '@/db/schema';
import { bootIndex } from '@/lib/catalogue/boot-index';
import { changeCatalogue } from '@/lib/catalogue/change-catalogue';
import { IndexService } from '@/lib/catalogue/index-service';
import { IndexSnapshots } from '@/lib/catalogue/index-snapshots';
import { deleteProduct, setStock } from '@/lib/catalogue/register-product';
import type { IndexStatus } from '@/lib/catalogue/types';
import { database, openDatabase } from '@/lib/database';
import { indexEnv } from '@/lib/env';
import { log } from '@/lib/log';
import { contentsByDatabase, faultsOf } from '@/scripts/testing/index-contents';
import { picture, plantProduct, PLANTED_MODEL, plantShelves } from '@/scripts/testing/plant';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';

const SOON = { timeout: 10_000, interval: 20 };
const NOT_USED = 'This snapshot of the index is not used';
const OFTEN = { changes: 1, everyMs: 0, pauseMs: 0 };

let test: TestDatabase;
let snapshots: IndexSnapshots;
let current: string;
let previous: string;
let service: IndexService;

beforeAll(async () => {
  test = await createTestDatabase();
  await plantShelves(test.db);
});
afterAll(() => test.drop());
beforeEach(async () => {
  for (const table of ['product', 'product_image', 'signature', 'feature', 'intensity', 'change_log']) {
    await test.db.execute(sql.raw(`delete from ${table}`));
  }
  rmSync(indexEnv().INDEX_DIR, { recursive: true, force: true });
  snapshots = folder();
  [current = '', previous = ''] = snapshots.files;
  service = serviceOn(snapshots);
  for (const sku of ['one', 'two']) await plantProduct(test.db, { sku, pictures: [picture(1), picture(2)] });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await service.stop();
});

it('begins with what was kept at the end, and takes in what changed since', async () => {
  await liveOnce();
  const gone = await plantProduct(test.db, { sku: 'short-lived' });
  await plantProduct(test.db, { sku: 'new', categoryId: 2 });
  await deleteProduct(gone);
  await startAndWait();
  expect(service.status()).toMatchObject({
    bootedFrom: 'snapshot',
    snapshotAt: expect.any(Date) as Date,
    products: 3,
  });
  await expectRight();
});

it('the first time there is no snapshot: that is said, the catalogue is read, and a snapshot written at once', async () => {
  const said = vi.spyOn(log(), 'info');
  await startAndWait();
  expect(service.status().bootedFrom).toBe('database');
  expect(reasons(said)).toEqual([
    { file: current, reason: 'there is none.', next: 'trying the one before it' },
    { file: previous, reason: 'there is none.', next: 'reading the catalogue from the database' },
  ]);
  await vi.waitFor(() => expect(service.status().snapshotAt).toBeInstanceOf(Date), SOON);
  expect((await folder().read(current))?.live.products).toBe(2);
});

it('with a damaged snapshot it begins with the one before it, and says why', async () => {
  await liveTwice();
  truncateSync(current, 5_000);
  const said = vi.spyOn(log(), 'warn');
  await startAndWait();
  expect(service.status()).toMatchObject({ bootedFrom: 'snapshot', products: 3 });
  expect(reasons(said)).toEqual([
    {
      file: current,
      reason: expect.stringMatching(/^it is torn: expected \d+ bytes, found 5000\.$/) as string,
      next: 'trying the one before it',
    },
  ]);
  await expectRight();
});

it('with two damaged ones it reads the catalogue, and the next snapshot is whole', async () => {
  await liveTwice();
  for (const file of [current, previous]) writeFileSync(file, 'DALMA');
  const said = vi.spyOn(log(), 'warn');
  await startAndWait();
  expect(service.status()).toMatchObject({ bootedFrom: 'database', products: 3 });
  expect(reasons(said)).toMatchObject([
    { file: current, next: 'trying the one before it' },
    { file: previous, next: 'reading the catalogue from the database' },
  ]);
  await service.stop();
  expect((await folder().read(current))?.live.products).toBe(3);
});

it.each([
  ['one that has changed less', () => forgetChanges(1), /ends at \d+, but change \d+ was seen already/],
  [
    'one that has changed as often',
    () => forgetChanges(0, 1),
    /is another one: its change \d+ is of product/,
  ],
  [
    'the same, restored from a dump, and changed since',
    async () => {
      await forgetChanges(1);
      for (const sku of ['after the dump', 'and another']) await plantProduct(test.db, { sku });
    },
    /is another one: its change \d+ is of product/,
  ],
  ['one whose old changes were removed', () => test.db.delete(changeLog), /no longer has all changes from/],
])('a snapshot of another database is not used: %s', async (_, become, reason) => {
  await liveOnce();
  await become();
  const said = vi.spyOn(log(), 'warn');
  await startAndWait();
  expect(service.status().bootedFrom).toBe('database');
  expect(reasons(said)).toMatchObject([
    { file: current, reason: expect.stringMatching(reason) as string, next: 'trying the one before it' },
  ]);
  await expectRight();
});

it('changes that are no longer in the log cannot be taken in: the catalogue is read', async () => {
  await liveOnce();
  const kept = await currentSeq(test.db);
  for (const sku of ['three', 'four', 'five']) await plantProduct(test.db, { sku });
  await test.db.delete(changeLog).where(eq(changeLog.seq, kept + 2));
  await startAndWait();
  expect(service.status()).toMatchObject({ bootedFrom: 'database', products: 5 });
  await expectRight();
});

it('a catalogue restored under a running shop is noticed, also when it has changed as often since', async () => {
  const id = await plantProduct(test.db, { sku: 'three' });
  await startAndWait();
  await changeCatalogue(test.db, async (tx, touched) => {
    await tx.execute(sql`update change_ticket set seq = seq - 1`);
    await tx.execute(sql`delete from change_log order by seq desc limit 1`);
    await tx.execute(sql`update product set deleted_at = now() where id = ${id}`);
    touched(id - 1);
  });
  await vi.waitFor(() => expect(service.status()).toMatchObject({ state: 'ready', products: 2 }), SOON);
  await expectRight();
});

it('thousands of changes since are taken in, with the share that is done', async () => {
  await liveOnce();
  const [first = 0] = await productIds();
  await changeMany(first, 4_500);
  await setStock(first, 0);
  const shares: number[] = [];
  const { live, snapshot, position } = await bootIndex(test.db, PLANTED_MODEL, snapshots, (share) =>
    shares.push(share),
  );
  expect(snapshot).not.toBeNull();
  expect(position.seq).toBe(await currentSeq(test.db));
  expect(shares).toHaveLength(5);
  expect(shares.at(-1)).toBe(1);
  const expected = await contentsByDatabase(test.db);
  expect(faultsOf(live, expected)).toEqual([]);
});

it('a database that is away costs no snapshot: it is used once there is one', async () => {
  await liveOnce();
  const read = vi.spyOn(snapshots, 'read');
  const nowhere = openDatabase('mysql://root@localhost/dalma?socketPath=/nowhere/mysql.sock');
  let there = false;
  service = new IndexService({
    modelId: PLANTED_MODEL,
    db: () => (there ? database() : nowhere.db),
    snapshots,
  });
  service.start();
  await vi.waitFor(() => expect(service.status().state).toBe('failed'), SOON);
  expect(read).not.toHaveBeenCalled();
  there = true;
  await vi.waitFor(() => expect(service.status().bootedFrom).toBe('snapshot'), SOON);
  await nowhere.close();
});

it('snapshots that cannot be written keep nobody from finding what is new', async () => {
  writeFileSync(indexEnv().INDEX_DIR, 'a file where a folder should be');
  const said = vi.spyOn(log(), 'warn');
  await startAndWait();
  for (const sku of ['three', 'four']) {
    await plantProduct(test.db, { sku });
    await vi.waitFor(async () => expect(service.status().lastSeq).toBe(await currentSeq(test.db)), SOON);
  }
  expect(service.status()).toMatchObject({ state: 'ready', products: 4 });
  expect(service.status()).not.toHaveProperty('snapshotAt');
  await service.stop();
  const failures = said.mock.calls.filter(([, message]) => message?.includes('cannot be written'));
  expect(failures).toHaveLength(1);
});

it('a service that is stopped while it loads ends, and keeps nothing of the half it has', async () => {
  await liveOnce();
  rmSync(current);
  const pieces = vi.spyOn(log(), 'error');
  service.start();
  await service.stop();
  expect(service.ready()).toBeNull();
  expect(await folder().read(current)).toBeNull();
  expect(pieces).not.toHaveBeenCalled();
});

it('what is done once the index answers may fail: that is said, and the last snapshot is written all the same', async () => {
  const said = vi.spyOn(log(), 'error').mockReturnValue();
  const rare = { changes: 1_000, everyMs: 600_000, pauseMs: 600_000 };
  const whenReady = () => Promise.reject(new Error('no room'));
  service = new IndexService({ modelId: PLANTED_MODEL, db: database, snapshots, rhythm: rare, whenReady });
  await startAndWait();
  await plantProduct(test.db, { sku: 'three' });
  await vi.waitFor(() => expect(service.status().products).toBe(3), SOON);
  await service.stop();
  expect((await folder().read(current))?.live.products).toBe(3);
  expect(said.mock.calls.map(([what]) => what)).toEqual([{ error: 'no room' }]);
});

it('loading anew ends what is done for the former index, and says nothing of that one any more', async () => {
  const signals: AbortSignal[] = [];
  const saidMeanwhile: IndexStatus[] = [];
  const untilToldToEnd = (signal: AbortSignal) => {
    signals.push(signal);
    return once(signal, 'abort').then(() => {});
  };
  service = new IndexService({
    modelId: PLANTED_MODEL,
    db: () => {
      if (service.status().state === 'loading') saidMeanwhile.push(service.status());
      return database();
    },
    snapshots,
    whenReady: untilToldToEnd,
  });
  await startAndWait();
  await vi.waitFor(() => expect(service.status().snapshotAt).toBeInstanceOf(Date), SOON);
  saidMeanwhile.length = 0;
  await forgetChanges(1);
  await vi.waitFor(() => expect(signals).toHaveLength(2), SOON);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  expect(saidMeanwhile).toHaveLength(1);
  expect(saidMeanwhile[0]).toMatchObject({ lastSeq: 0, products: 0 });
  for (const former of ['bootedFrom', 'snapshotAt']) expect(saidMeanwhile[0]).not.toHaveProperty(former);
  await service.stop();
  expect(signals[1]?.aborted).toBe(true);
});

const folder = () => new IndexSnapshots(indexEnv().INDEX_DIR, PLANTED_MODEL);

const serviceOn = (kept: IndexSnapshots) =>
  new IndexService({ modelId: PLANTED_MODEL, db: database, snapshots: kept, rhythm: OFTEN });

async function startAndWait(): Promise<void> {
  service.start();
  await vi.waitFor(() => expect(service.status().state).toBe('ready'), SOON);
}

/** A service begins, and ends in good order. */
async function liveOnce(): Promise<void> {
  const before = serviceOn(folder());
  before.start();
  await vi.waitFor(() => expect(before.status().state).toBe('ready'), SOON);
  await before.stop();
  expect(readFileSync(current).length).toBeGreaterThan(0);
}

/** Twice, with a change between: now there are two snapshots. */
async function liveTwice(): Promise<void> {
  await liveOnce();
  await plantProduct(test.db, { sku: 'between' });
  await liveOnce();
}

/** The log as another database could have it: without its last changes, and then with others in their place. */
async function forgetChanges(lost: number, others = 0): Promise<void> {
  const without = lost + others;
  await test.db.execute(sql.raw(`delete from change_log order by seq desc limit ${without}`));
  await test.db.execute(sql`update change_ticket set seq = seq - ${without}`);
  const [first = 0] = await productIds();
  for (let i = 0; i < others; i++) await setStock(first, 1);
}

async function changeMany(productId: number, times: number): Promise<void> {
  const from = await currentSeq(test.db);
  const at = new Date();
  const rows = Array.from({ length: times }, (_, i) => ({ seq: from + 1 + i, productId, at }));
  await test.db.insert(changeLog).values(rows);
  await test.db.execute(sql`update change_ticket set seq = seq + ${times}`);
}

async function productIds(): Promise<number[]> {
  const [rows] = await test.db.execute(sql`select id from product order by id`);
  return (rows as unknown as { id: number }[]).map(({ id }) => id);
}

async function expectRight(): Promise<void> {
  const expected = await contentsByDatabase(test.db);
  expect(faultsOf(service.ready()!, expected)).toEqual([]);
}

/** What the log says of snapshots that are not used. */
function reasons(said: { readonly mock: { readonly calls: readonly unknown[][] } }): unknown[] {
  return said.mock.calls.filter(([, message]) => message === NOT_USED).map(([what]) => what);
}
