import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { currentSeq } from '@/db/queries/changes';
import { putMerchants } from '@/db/queries/shelves';
import { listedBetween } from '@/db/queries/sitemap';
import { feature, imageJob, intensity, product, productImage, signature } from '@/db/schema';
import type { Account } from '@/lib/auth/types';
import { getProduct, listProducts, newestProducts, similarProducts } from '@/lib/catalogue';
import { CallerError } from '@/lib/errors';
import { cancelUpload, jobStates, picturesUnderWay, retryJob } from '@/lib/merchant/pictures/job-changes';
import { createProduct, saveNewProduct, saveProduct } from '@/lib/merchant/products/save';
import type { NewProductInput, PictureChoice } from '@/lib/merchant/products/save-input';
import { storage } from '@/lib/storage';
import { jobsIn, startWorker, type RunningWorker } from '@/scripts/testing/picture-queue';
import { plantShelves, seededRandom } from '@/scripts/testing/plant';
import { startIndex } from '@/scripts/testing/running-index';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';
import { drawn, upload } from '@/scripts/testing/upload';

const MERCHANT: Account = {
  userId: 'm',
  name: 'Merchant',
  email: 'merchant@example.com',
  role: 'merchant',
  merchantId: 1,
};
const ADMIN: Account = { ...MERCHANT, userId: 'a', role: 'admin', merchantId: null };
const SCOPE = { merchantId: 1 };
const OTHER = { merchantId: 2 };

let test: TestDatabase;
let workers: RunningWorker[] = [];
let count = 0;
let stopIndex = async () => {};

beforeAll(async () => {
  test = await createTestDatabase(16);
  await plantShelves(test.db);
  await putMerchants(test.db, [{ id: 2, slug: 'other', nameKo: '다른', nameEn: 'Other' }]);
});
afterAll(async () => {
  await stopIndex();
  await test.drop();
});
beforeEach(() => test.db.delete(imageJob));
afterEach(rest);

it('a product saved with ready pictures is shown at once, whole, in the order chosen, in one change', async () => {
  const [a, b, c] = await ready(3);
  const before = await currentSeq(test.db);
  const saved = await saveNewProduct(MERCHANT, input([c!, a!, b!]));
  expect(saved).toMatchObject({ attached: 3, underWay: 0 });
  expect(await currentSeq(test.db)).toBe(before + 1);
  expect(await shown(saved.id)).toEqual(await imagesOf([c!, a!, b!]));
  const images = await shown(saved.id);
  for (const table of [signature, feature, intensity]) {
    const rows = await test.db.select().from(table).where(eq(table.imageId, images[0]!));
    expect(rows).toHaveLength(1);
  }
  expect(await getProduct(saved.id)).toMatchObject({
    title: { ko: '사과', en: 'Apple' },
    stock: 3,
    priceKrw: 900,
  });
  for (const { uploadKey } of await test.db.select().from(imageJob))
    expect(await storage().open(uploadKey)).toBeNull();
});

it('saved before its pictures are ready it is its merchant’s alone, then shown by itself, in lists, sitemap and detail', async () => {
  const { id: job } = await upload(await drawn(++count));
  const { id, ...counts } = await saveNewProduct(MERCHANT, input([job]));
  expect(counts).toEqual({ attached: 0, underWay: 1 });
  expect(await seenByShoppers(id)).toEqual([false, false, false, false]);
  expect(await picturesUnderWay(SCOPE, id)).toMatchObject([{ id: job, position: 0, state: 'waiting' }]);
  work();
  await jobsIn(test.db, [job], 'attached');
  expect(await seenByShoppers(id)).toEqual([true, true, true, true]);
  expect(await picturesUnderWay(SCOPE, id)).toEqual([]);
});

it('a first picture that fails gives the card to the next, stays visible to its merchant, and once mended comes first', async () => {
  const good = await drawn(++count);
  const bad = await upload(good.subarray(0, 3_000));
  const next = await upload(await drawn(++count));
  const { id } = await saveNewProduct(MERCHANT, input([bad.id, next.id]));
  work();
  await jobsIn(test.db, [bad.id, next.id], 'failed', 'attached');
  expect(await shown(id)).toEqual(await imagesOf([next.id]));
  expect(await picturesUnderWay(SCOPE, id)).toMatchObject([
    { id: bad.id, position: 0, state: 'failed', errorCode: 'damaged' },
  ]);

  const [row] = await test.db.select().from(imageJob).where(eq(imageJob.id, bad.id));
  await storage().put(row!.uploadKey, good);
  await retryJob(SCOPE, bad.id);
  await jobsIn(test.db, [bad.id], 'attached');
  expect(await shown(id)).toEqual(await imagesOf([bad.id, next.id]));
});

it('whatever the order in which pictures become ready and the product is saved, they stand as chosen, each once', async () => {
  const random = seededRandom(7);
  const pictures = await Promise.all(Array.from({ length: 5 }, () => drawn(++count)));
  for (let round = 0; round < 12; round++) {
    const jobs = [];
    for (const one of pictures) jobs.push((await upload(one)).id);
    const chosen = shuffled(jobs, random).slice(0, 2 + (round % 4));
    for (let i = random() * 3; i > 0; i--) work();
    if (random() < 0.7) await jobsIn(test.db, jobs.slice(0, Math.floor(random() * 5)), 'ready');
    const { id } = await saveNewProduct(MERCHANT, input(chosen));
    if (workers.length === 0) work();
    await jobsIn(test.db, chosen, 'attached');
    expect(await shown(id)).toEqual(await imagesOf(chosen));
    expect(await positions(id)).toEqual(chosen.map((_, i) => i));
    await rest();
    await test.db.delete(imageJob);
  }
}, 120_000);

it('editing keeps, moves, adds and takes away pictures; those kept keep number and signature', async () => {
  const jobs = await ready(3);
  const { id } = await saveNewProduct(MERCHANT, input(jobs));
  const [a, b, c] = (await shown(id)) as [number, number, number];
  const known = await test.db.select().from(feature).where(eq(feature.imageId, c));
  const late = (await upload(await drawn(++count))).id;
  const saved = await saveProduct(SCOPE, id, { pictures: [{ image: c }, { job: late }, { image: a }] });
  expect(saved).toMatchObject({ attached: 2, underWay: 1 });
  expect(await shown(id)).toEqual([c, a]);
  expect(await test.db.select().from(feature).where(eq(feature.imageId, c))).toEqual(known);
  expect(await test.db.select().from(signature).where(eq(signature.imageId, b))).toEqual([]);
  expect(await test.db.select().from(productImage).where(eq(productImage.id, b))).toHaveLength(1);
  work();
  await jobsIn(test.db, [late], 'attached');
  expect(await shown(id)).toEqual([c, ...(await imagesOf([late])), a]);

  // The page still knows the upload by its job: saving once more changes nothing.
  await saveProduct(SCOPE, id, { pictures: [{ image: c }, { job: late }, { image: a }] });
  expect(await shown(id)).toEqual([c, ...(await imagesOf([late])), a]);
});

it('pictures that came from elsewhere meanwhile stay, last; those the sender knew and does not name go', async () => {
  const [a, b, elsewhere, added] = (await ready(4)) as [number, number, number, number];
  const late = (await upload(await drawn(++count))).id;
  const { id } = await saveNewProduct(MERCHANT, input([a, b]));
  const [, imageB] = (await shown(id)) as [number, number];
  const known = [{ job: a }, { image: imageB }];
  await saveProduct(SCOPE, id, { pictures: [...known, { job: elsewhere }, { job: late }] });

  await saveProduct(SCOPE, id, { pictures: [{ job: added }, { image: imageB }], known });
  expect(await shown(id)).toEqual(await imagesOf([added, b, elsewhere]));
  expect(await picturesUnderWay(SCOPE, id)).toMatchObject([{ id: late, position: 3 }]);

  vi.stubEnv('UPLOAD_PICTURES', '3');
  const more = saveProduct(SCOPE, id, { pictures: [{ job: added }, { image: imageB }], known });
  await expect(more).rejects.toThrow('got 4, 2 of them added elsewhere meanwhile');
  vi.unstubAllEnvs();
  await saveProduct(SCOPE, id, { pictures: [{ job: added }] });
  expect(await shown(id)).toEqual(await imagesOf([added]));
});

it('an upload under way that is taken away again, or cancelled, leaves neither row nor file, and the places close up', async () => {
  const [a, b, c] = [
    await upload(await drawn(++count)),
    await upload(await drawn(++count)),
    await upload(await drawn(++count)),
  ];
  const keys = (await test.db.select().from(imageJob).orderBy(asc(imageJob.id))).map((job) => job.uploadKey);
  const { id } = await saveNewProduct(MERCHANT, input([a.id, b.id, c.id]));
  await saveProduct(SCOPE, id, { pictures: [{ job: b.id }, { job: c.id }] });
  await cancelUpload(SCOPE, b.id);
  expect(await picturesUnderWay(SCOPE, id)).toMatchObject([{ id: c.id, position: 0 }]);
  expect(await Promise.all(keys.map(async (key) => ((await isStored(key)) ? key : null)))).toEqual([
    null,
    null,
    keys[2],
  ]);
});

it('a form sent twice makes one product, also when both come at once', async () => {
  const [job] = await ready(1);
  const form = { ...input([job!]), sku: undefined, token: crypto.randomUUID() };
  const before = await test.db.$count(product);
  const answers = await Promise.all([1, 2, 3].map(() => saveNewProduct(MERCHANT, form)));
  answers.push(await saveNewProduct(MERCHANT, form));
  expect(answers).toEqual(answers.map(() => answers[0]));
  expect(await test.db.$count(product)).toBe(before + 1);
});

it('a form saved again with corrections, because its answer was lost, corrects its product', async () => {
  const [a, b] = await ready(2);
  const form = { ...input([a!]), token: crypto.randomUUID() };
  const first = await saveNewProduct(MERCHANT, form);
  const corrected = { ...form, priceKrw: 1_200, sku: `${form.sku}-b`, pictures: [{ job: b! }, { job: a! }] };
  const before = await test.db.$count(product);
  for (const again of [1, 2]) {
    const saved = await saveNewProduct(MERCHANT, corrected);
    expect([again, saved.id]).toEqual([again, first.id]);
  }
  expect(await test.db.$count(product)).toBe(before);
  const [row] = await test.db.select().from(product).where(eq(product.id, first.id));
  expect(row).toMatchObject({ priceKrw: 1_200, sku: corrected.sku, stock: form.stock });
  expect(await shown(first.id)).toEqual(await imagesOf([b!, a!]));
});

it('two products cannot have the same upload, nor one of them another merchant’s', async () => {
  const [job] = await ready(1);
  const answers = await Promise.allSettled(
    [1, 2].map(() => saveNewProduct(MERCHANT, { ...input([job!]), sku: undefined })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const [his] = await ready(1, 2);
  await expect(saveNewProduct(MERCHANT, input([his!]))).rejects.toMatchObject({
    fields: { pictures: expect.any(String) as string },
  });
  const [mine] = await ready(1);
  const { id } = await saveNewProduct(MERCHANT, input([mine!]));
  await expect(saveProduct(SCOPE, id, { pictures: [{ job: his! }] })).rejects.toThrow(CallerError);
  expect(await jobsIn(test.db, [his!], 'ready')).toMatchObject([{ productId: null }]);
});

it('another merchant’s product and pictures are as ones that do not exist', async () => {
  const [job] = await ready(1);
  const { id } = await saveNewProduct(MERCHANT, input([job!]));
  const { id: open } = await upload(await drawn(++count));
  const missing = { code: 'not-found' };
  await expect(saveProduct(OTHER, id, { stock: 0 })).rejects.toMatchObject(missing);
  await expect(picturesUnderWay(OTHER, id)).rejects.toMatchObject(missing);
  await expect(cancelUpload(OTHER, open)).rejects.toMatchObject(missing);
  await expect(retryJob(OTHER, open)).rejects.toMatchObject(missing);
  expect(await jobStates(OTHER, [open])).toEqual([]);
  expect(await jobStates('all', [open])).toHaveLength(1);
  expect((await getProduct(id))?.stock).toBe(3);
});

it('what is wrong is said field by field, and nothing is written', async () => {
  const wrong = { ...input([]), title: { ko: '', en: 'x' }, priceKrw: 1.5, categorySlug: 'shelf-1' };
  await expect(saveNewProduct(MERCHANT, wrong)).rejects.toMatchObject({
    fields: {
      'title.ko': 'expected at least 1 character',
      priceKrw: 'expected a whole number',
      pictures: 'expected at least one picture',
    },
  });
  const [a, b] = await ready(2);
  await saveNewProduct(MERCHANT, { ...input([a!]), sku: 'taken' });
  await expect(saveNewProduct(MERCHANT, { ...input([b!]), sku: 'taken' })).rejects.toMatchObject({
    code: 'already-exists',
    fields: { sku: expect.any(String) as string },
  });
  expect(await jobStates(SCOPE, [b!])).toMatchObject([{ state: 'ready', productId: null }]);
  await expect(saveNewProduct(MERCHANT, { ...input([b!]), categorySlug: 'nowhere' })).rejects.toMatchObject({
    fields: { categorySlug: expect.any(String) as string },
  });
});

it('an admin registers for the merchant he names, and must name one; a merchant only for himself', async () => {
  const [job] = await ready(1, 2);
  await expect(saveNewProduct(ADMIN, input([job!]))).rejects.toMatchObject({
    fields: { merchantId: expect.any(String) as string },
  });
  await expect(saveNewProduct(MERCHANT, { ...input([job!]), merchantId: 2 })).rejects.toMatchObject({
    code: 'not-found',
  });
  const { id } = await saveNewProduct(ADMIN, { ...input([job!]), merchantId: 2 });
  const [row] = await test.db.select().from(product).where(eq(product.id, id));
  expect(row?.merchantId).toBe(2);
});

it('a picture seen by a network that is no longer in use is seen again before it is shown', async () => {
  const [job] = await ready(1);
  await test.db.update(imageJob).set({ modelId: 'former' }).where(eq(imageJob.id, job!));
  const { id, ...counts } = await createProduct(1, input([job!]));
  expect(counts).toEqual({ attached: 0, underWay: 1 });
  work();
  await jobsIn(test.db, [job!], 'attached');
  const rows = await test.db.select().from(signature).where(eq(signature.productId, id));
  expect(rows.map(({ modelId }) => modelId)).not.toContain('former');
  expect(rows).toHaveLength(1);
});

it('what is saved is among others’ similar products as soon as the index has followed', async () => {
  stopIndex = startIndex();
  const [first] = await ready(1);
  const same = await drawn(count, 300);
  const known = await createProduct(1, input([first!]));
  const { id: job } = await upload(same);
  work();
  await jobsIn(test.db, [job], 'ready');
  const { id } = await createProduct(1, input([job]));
  await vi.waitFor(
    async () => {
      const similar = await similarProducts(known.id, { limit: 10 });
      expect(similar).toMatchObject({ state: 'ready' });
      expect(similar.state === 'ready' && similar.items.map((one) => one.id)).toContain(id);
    },
    { timeout: 30_000, interval: 50 },
  );
});

function input(jobs: readonly number[]): NewProductInput {
  return {
    title: { ko: '사과', en: 'Apple' },
    description: { ko: '', en: '' },
    categorySlug: 'shelf-1',
    priceKrw: 900,
    stock: 3,
    sku: `sku-${++count}`,
    pictures: jobs.map((job): PictureChoice => ({ job })),
  };
}

/** So many pictures that are ready and no product's yet. */
async function ready(pictures: number, merchantId = 1): Promise<number[]> {
  const ids: number[] = [];
  for (let i = 0; i < pictures; i++) ids.push((await upload(await drawn(++count), merchantId)).id);
  work();
  await jobsIn(test.db, ids, 'ready');
  await rest();
  return ids;
}

function work(): void {
  workers.push(startWorker());
}

async function rest(): Promise<void> {
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
}

async function shown(productId: number): Promise<number[]> {
  const rows = await test.db
    .select({ id: productImage.id })
    .from(productImage)
    .where(and(eq(productImage.productId, productId), isNotNull(productImage.position)))
    .orderBy(asc(productImage.position));
  return rows.map(({ id }) => id);
}

async function positions(productId: number) {
  const rows = await test.db
    .select({ position: productImage.position })
    .from(productImage)
    .where(eq(productImage.productId, productId))
    .orderBy(asc(productImage.position));
  return rows.map(({ position }) => position);
}

/** The pictures that the jobs have become, in their order. */
async function imagesOf(jobs: readonly number[]): Promise<number[]> {
  const rows = await test.db.select({ id: imageJob.id, imageId: imageJob.imageId }).from(imageJob);
  return jobs.map((job) => rows.find(({ id }) => id === job)?.imageId ?? -job);
}

async function seenByShoppers(id: number): Promise<boolean[]> {
  const page = await listProducts({ sort: 'newest', page: 1, perPage: 50 });
  const newest = await newestProducts(50);
  expect(page.items.length).toBe(Math.min(50, page.total));
  return [
    (await getProduct(id)) !== null,
    page.items.some((one) => one.id === id),
    newest.some((one) => one.id === id),
    (await listedBetween(test.db, id, id)).length === 1,
  ];
}

async function isStored(key: string): Promise<boolean> {
  const file = await storage().open(key);
  file?.stream.destroy();
  return file !== null;
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  return values
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
