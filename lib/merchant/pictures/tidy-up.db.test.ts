import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { imageJob, saveToken } from '@/db/schema';
import { cancelUpload } from '@/lib/merchant/pictures/job-changes';
import { attachLeft, sweepUploads } from '@/lib/merchant/pictures/tidy-up';
import { createProduct } from '@/lib/merchant/products/save';
import { storage } from '@/lib/storage';
import { jobsIn, startWorker } from '@/scripts/testing/picture-queue';
import { plantShelves } from '@/scripts/testing/plant';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';
import { drawn, upload } from '@/scripts/testing/upload';

const DAY_MS = 24 * 3_600_000;

let test: TestDatabase;
let count = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  await plantShelves(test.db);
});
afterAll(() => test.drop());
beforeEach(() => test.db.delete(imageJob));

it('an upload that nobody saved for a day goes, with the file and the display sizes; a younger one stays', async () => {
  const [old, young] = await ready(2);
  await age(old!.id);
  await sweepUploads(DAY_MS);
  expect(await test.db.select({ id: imageJob.id }).from(imageJob)).toEqual([{ id: young!.id }]);
  expect([await isThere(old!.uploadKey), await isThere(sizes(old!))]).toEqual([false, false]);
  expect([await isThere(young!.uploadKey), await isThere(sizes(young!))]).toEqual([true, true]);
});

it('what a saved product has stays, however old: pictures under way, failed ones, and the files of those on show', async () => {
  const bad = await upload((await drawn(++count)).subarray(0, 2_000));
  const [good] = await ready(1);
  const { id: waiting } = await upload(await drawn(++count));
  await createProduct(1, product([bad.id, good!.id, waiting]));
  for (const { id } of await test.db.select().from(imageJob)) await age(id);
  await sweepUploads(DAY_MS);
  const left = await test.db.select().from(imageJob).orderBy(imageJob.id);
  expect(left.map(({ id }) => id)).toEqual([bad.id, waiting]);
  expect(await isThere(sizes(good!))).toBe(true);
  expect(await isThere(good!.uploadKey)).toBe(false);
});

it('display sizes stay as long as a product or another upload has the same picture', async () => {
  const bytes = await drawn(++count);
  const [one, two, three] = await made([bytes, bytes, bytes]);
  await createProduct(1, product([three!.id]));
  await cancelUpload('all', one!.id);
  await cancelUpload('all', two!.id);
  expect(await isThere(sizes(one!))).toBe(true);

  const other = await drawn(++count);
  const [four, five] = await made([other, other]);
  await cancelUpload('all', four!.id);
  expect(await isThere(sizes(five!))).toBe(true);
  await cancelUpload('all', five!.id);
  expect(await isThere(sizes(five!))).toBe(false);
});

it('files that a dying process left without a row go once they are old; old tokens go, too', async () => {
  const { id } = await upload(await drawn(++count));
  const [row] = await test.db.select().from(imageJob).where(eq(imageJob.id, id));
  await storage().put('uploads/stray', Buffer.from('x'));
  await storage().put('uploads/half.0123.part', Buffer.from('x'));
  await test.db
    .insert(saveToken)
    .values({ merchantId: 1, token: 't', productId: 1, inputSha256: '', createdAt: new Date() });
  await sweepUploads(DAY_MS);
  expect([await isThere('uploads/stray'), await isThere(row!.uploadKey)]).toEqual([true, true]);
  expect(await test.db.$count(saveToken)).toBe(1);
  // As if a day and more had gone by for files and tokens: the row itself is kept by its product.
  await createProduct(1, product([id]));
  await sweepUploads(-2 * 3_600_000);
  expect([await isThere('uploads/stray'), await isThere('uploads/half.0123.part')]).toEqual([false, false]);
  expect(await isThere(row!.uploadKey)).toBe(true);
  expect(await test.db.$count(saveToken)).toBe(0);
});

it('a picture whose worker died between making it ready and showing it is shown by an idle one', async () => {
  const [job] = await ready(1);
  const { id } = await createProduct(1, product([(await upload(await drawn(++count))).id]));
  // Where the dead worker left it: ready, the product's, not shown.
  await test.db.update(imageJob).set({ productId: id, position: 1 }).where(eq(imageJob.id, job!.id));
  await attachLeft();
  expect((await jobsIn(test.db, [job!.id], 'attached'))[0]?.imageId).toEqual(expect.any(Number));
});

it('it is shown by a busy worker, too, whatever that has in hand', async () => {
  const [job] = await ready(1);
  const { id } = await createProduct(1, product([(await upload(await drawn(++count))).id]));
  const slow = vi
    .spyOn(Object.getPrototypeOf(storage()) as ReturnType<typeof storage>, 'open')
    .mockImplementation(() => new Promise(() => {}));
  const worker = startWorker({ graceMs: 50 });
  try {
    await vi.waitFor(() => expect(slow).toHaveBeenCalled(), { timeout: 30_000 });
    await test.db.update(imageJob).set({ productId: id, position: 1 }).where(eq(imageJob.id, job!.id));
    Reflect.deleteProperty(globalThis, Symbol.for('dalma.tidied-up'));
    await jobsIn(test.db, [job!.id], 'attached');
  } finally {
    await worker.stop();
    slow.mockRestore();
  }
});

async function ready(pictures: number) {
  return made(await Promise.all(Array.from({ length: pictures }, () => drawn(++count))));
}

async function made(pictures: readonly Uint8Array[]) {
  const ids: number[] = [];
  for (const bytes of pictures) ids.push((await upload(bytes)).id);
  const worker = startWorker();
  const jobs = await jobsIn(test.db, ids, 'ready');
  await worker.stop();
  return jobs;
}

function product(jobs: readonly number[]) {
  const text = { ko: '사과', en: 'Apple' };
  return {
    ...{ title: text, description: text, categorySlug: 'shelf-1', priceKrw: 1, stock: 1 },
    pictures: jobs.map((job) => ({ job })),
  };
}

async function age(id: number): Promise<void> {
  await test.db
    .update(imageJob)
    .set({ updatedAt: sql`utc_timestamp(3) - interval 25 hour` })
    .where(eq(imageJob.id, id));
}

function sizes({ sha256 }: { readonly sha256: string | null }): string {
  return `${sha256?.slice(0, 2)}/${sha256}/160.webp`;
}

async function isThere(key: string): Promise<boolean> {
  const file = await storage().open(key);
  file?.stream.destroy();
  return file !== null;
}
