import { count, eq, sql } from 'drizzle-orm';
import type { MySqlTable } from 'drizzle-orm/mysql-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lockPictureWithFiles } from '@/db/queries/place-pictures';
import { putMerchants, takenSkus } from '@/db/queries/shelves';
import { countUndescribed, lockShown } from '@/db/queries/undescribed';
import { putDescription } from '@/db/queries/write-product';
import { feature, intensity, product, productImage, review, signature } from '@/db/schema';
import {
  deleteProduct,
  getProduct,
  listProducts,
  listReviews,
  productIdBySku,
  registerProduct,
  setStock,
  updateProduct,
  type NewProductInput,
} from '@/lib/catalogue';
import { pictureFolder } from '@/lib/catalogue/cards';
import { describePictures } from '@/lib/catalogue/describe-pictures';
import { decodeTopFilters } from '@/lib/catalogue/top-filters';
import { CallerError } from '@/lib/errors';
import { storage } from '@/lib/storage';
import { preparePicture, rasterise } from '@/lib/vision';
import { described, picture, PLANTED_MODEL, plantShelves } from '@/scripts/testing/plant';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';

let test: TestDatabase;
let red: Buffer;
let blue: Buffer;

beforeAll(async () => {
  test = await createTestDatabase();
  await plantShelves(test.db);
  [red, blue] = await Promise.all([draw('#c22'), draw('#22c')]);
});
afterAll(() => test.drop());

it('a registered product is there whole: words, pictures in order with their files, signatures, reviews, log row', async () => {
  const before = await rowCounts();
  const createdAt = new Date('2026-03-04T05:06:07.089Z');
  const text = { ko: '좋아요', en: 'Good' };
  const reviews = [
    { author: '김', rating: 4, text, createdAt },
    { author: 'Lee', rating: 5, text, createdAt },
  ];
  const id = await registerProduct({
    ...input('whole'),
    createdAt,
    family: 'fam',
    reviews,
    pictures: [red, blue],
  });
  expect(await getProduct(id)).toMatchObject({
    sku: 'whole',
    family: 'fam',
    createdAt,
    rating: 4.5,
    reviewCount: 2,
    stock: 3,
  });
  expect(await listReviews(id, 5)).toHaveLength(2);
  const pictures = (await getProduct(id))!.pictures;
  expect(pictures.map(({ width }) => width)).toEqual([400, 400]);
  expect(pictures[0]!.src).not.toBe(pictures[1]!.src);
  for (const { src } of pictures) {
    const file = await storage().open(`${src.replace('/media/', '')}/400.webp`);
    expect(file?.size).toBeGreaterThan(100);
    file?.stream.destroy();
  }
  expect(await rowCounts()).toEqual(
    added(before, {
      products: 1,
      images: 2,
      signatures: 2,
      features: 2,
      intensities: 2,
      reviews: 2,
      changes: 1,
    }),
  );
});

it.each<[string, Partial<Record<keyof NewProductInput, unknown>>, RegExp]>([
  ['no picture', { pictures: [] }, /pictures: expected at least one picture/],
  ['something that is no picture', { pictures: [Buffer.from('hello')] }, /Picture 1 cannot be used/],
  ['a second picture that is damaged', { pictures: 'damaged' }, /Picture 2 cannot be used/],
  ['a stock below zero', { stock: -1 }, /stock: expected 0 or more/],
  ['a price with a fraction', { priceKrw: 9.5 }, /priceKrw: expected a whole number/],
  ['no Korean title', { title: { ko: ' ', en: 'x' } }, /title\.ko: expected at least 1 character/],
  ['an unknown category', { categorySlug: 'nowhere' }, /no category nowhere/],
  ['an unknown merchant', { merchantSlug: 'nobody' }, /no merchant nobody/],
  ['a sku with spaces', { sku: 'a b' }, /sku: expected 1 to 64/],
  ['a field that does not exist', { colour: 'red' } as never, /colour/],
])('%s is refused with what to correct, and nothing is written', async (_, wrong, message) => {
  const before = await rowCounts();
  const pictures = wrong.pictures === 'damaged' ? [red, red.subarray(0, 200)] : (wrong.pictures ?? [red]);
  const registering = registerProduct({ ...input('refused'), ...wrong, pictures } as NewProductInput);
  await expect(registering).rejects.toThrow(CallerError);
  await expect(registering).rejects.toThrow(message);
  expect(await rowCounts()).toEqual(before);
});

it('a sku is taken once, also when two ask for it at the same time', async () => {
  const before = await rowCounts();
  const both = await Promise.allSettled(
    [1, 2].map(() => registerProduct({ ...input('twice'), pictures: [red] })),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'already-exists' });
  expect(await rowCounts()).toEqual(
    added(before, { products: 1, images: 1, signatures: 1, features: 1, intensities: 1, changes: 1 }),
  );
});

it('two merchants may use the same sku, each once, and it alone no longer says whose product is meant', async () => {
  await putMerchants(test.db, [{ slug: 'neighbour', nameKo: '이웃', nameEn: 'Neighbour' }]);
  const mine = await registerProduct({ ...input('shared'), pictures: [red] });
  const theirs = await registerProduct({ ...input('shared'), merchantSlug: 'neighbour', pictures: [blue] });
  await expect(
    registerProduct({ ...input('shared'), merchantSlug: 'neighbour', pictures: [red] }),
  ).rejects.toThrow(/This merchant has a product with the sku shared already/);
  await expect(productIdBySku('shared')).rejects.toThrow(/merchant, neighbour/);
  expect(await productIdBySku('shared', 'merchant')).toBe(mine);
  expect(await productIdBySku('shared', 'neighbour')).toBe(theirs);
  expect(await productIdBySku('shared', 'nobody')).toBeUndefined();
  const alone = await registerProduct({ ...input('alone'), pictures: [red] });
  expect(await productIdBySku('alone')).toBe(alone);
});

it('a seed asks which skus are taken merchant by merchant', async () => {
  await registerProduct({ ...input('seeded'), pictures: [red] });
  const mine = { merchantSlug: 'merchant', sku: 'Seeded' };
  const theirs = { merchantSlug: 'neighbour', sku: 'seeded' };
  expect(await takenSkus(test.db, [mine, theirs])).toEqual(new Set([mine]));
});

it('whose files are removed with an upload of the same picture, before its row is there, gets them again', async () => {
  const green = await draw('#2c2');
  const before = new Set((await test.db.select().from(productImage)).map(({ sha256 }) => sha256));
  const { sha256 } = await preparePicture(green);
  expect(before).not.toContain(sha256);
  const folder = pictureFolder(sha256);
  const files = [160, 320, 400].map((width) => `${folder}/${width}.webp`);
  let registered: Promise<number> | undefined;
  // As the upload's files are removed: nobody has the picture, then it goes.
  await test.db.transaction(
    async (tx) => {
      expect(await lockPictureWithFiles(tx, sha256)).toBe(false);
      registered = registerProduct({ ...input('swept'), pictures: [green] });
      for (const file of files) await expect.poll(() => isStored(file)).toBe(true);
      await storage().delete(folder);
    },
    { isolationLevel: 'repeatable read' },
  );
  await registered;
  expect(await Promise.all(files.map(isStored))).toEqual([true, true, true]);
});

it('a patch changes what it names, words are searched for anew, and new pictures replace all former ones', async () => {
  const id = await registerProduct({ ...input('patched'), pictures: [red, blue] });
  const before = (await getProduct(id))!;
  await updateProduct(id, { title: { ko: '수박바', en: 'Watermelon bar' }, categorySlug: 'shelf-2' });
  const after = (await getProduct(id))!;
  expect(after).toEqual({
    ...before,
    title: { ko: '수박바', en: 'Watermelon bar' },
    category: { id: 2, slug: 'shelf-2', title: { ko: '선반 2', en: 'Shelf 2' } },
  });
  const found = await listProducts({ text: '수박', sort: 'newest', page: 1, perPage: 5 });
  expect(found.items.map((item) => item.id)).toEqual([id]);

  const rows = await rowCounts();
  await updateProduct(id, { pictures: [blue] });
  expect((await getProduct(id))!.pictures).toEqual([before.pictures[1]]);
  expect(await rowCounts()).toEqual(
    added(rows, { images: 1, signatures: -1, features: -1, intensities: -1, changes: 1 }),
  );
});

it('what is deleted is gone for every write too, and its sku stays taken', async () => {
  const id = await registerProduct({ ...input('deleted'), pictures: [red] });
  await deleteProduct(id);
  expect(await getProduct(id)).toBeNull();
  for (const write of [
    () => setStock(id, 1),
    () => deleteProduct(id),
    () => updateProduct(id, { priceKrw: 1 }),
  ]) {
    await expect(write()).rejects.toMatchObject({ name: 'CallerError', code: 'not-found' });
  }
  await expect(registerProduct({ ...input('deleted'), pictures: [red] })).rejects.toMatchObject({
    code: 'already-exists',
  });
});

it.each([0, -5, 1.5, NaN, 2 ** 33])('there is no product %d to change', async (id) => {
  await expect(setStock(id, 1)).rejects.toMatchObject({ code: 'not-found' });
});

it('pictures the model in use has not seen are described from the storage, once', async () => {
  const id = await registerProduct({ ...input('unseen'), pictures: [red, blue] });
  const seen = await test.db.select().from(signature).where(eq(signature.productId, id));
  const images = seen.map((row) => row.imageId);
  await test.db.update(signature).set({ modelId: 'former' }).where(eq(signature.productId, id));
  expect(await countUndescribed(test.db, PLANTED_MODEL)).toBe(2);
  expect(await describePictures()).toBe(2);
  expect(await countUndescribed(test.db, PLANTED_MODEL)).toBe(0);
  expect(await describePictures()).toBe(0);
  const now = await test.db.select().from(signature).where(eq(signature.productId, id));
  expect(now.map(({ imageId, modelId }) => `${imageId} ${modelId}`).toSorted()).toEqual(
    images.flatMap((image) => [`${image} former`, `${image} ${PLANTED_MODEL}`]).toSorted(),
  );
});

it('rows of a former version, with 25 filters and without intensities, are made whole once, as a new picture has them', async () => {
  const former = await registerProduct({ ...input('former'), pictures: [red] });
  const lacking = await registerProduct({ ...input('lacking'), pictures: [red] });
  const whole = await rowsOf(former);
  const shorter = sql`update signature set top_filters = left(top_filters, 50) where product_id = ${former}`;
  await test.db.execute(shorter);
  await test.db.delete(intensity).where(eq(intensity.imageId, (await rowsOf(lacking))[0]!.imageId));
  expect((await rowsOf(former))[0]!.topFilters.length).toBe(50);
  const before = await rowCounts();
  expect(await countUndescribed(test.db, PLANTED_MODEL)).toBe(2);
  expect(await describePictures()).toBe(2);
  expect(await countUndescribed(test.db, PLANTED_MODEL)).toBe(0);
  const [[first], [second]] = await Promise.all([rowsOf(former), rowsOf(lacking)]);
  expect(first).toEqual({ ...whole[0], topFilters: first!.topFilters });
  expect(second).toEqual({ ...second, topFilters: first!.topFilters, featureBits: whole[0]!.featureBits });
  expectStrongestFirst(second!);
  expect(await rowCounts()).toEqual(added(before, { intensities: 1, changes: 2 }));
});

it('a row damaged in its length is made whole again, and a whole one is left as it is', async () => {
  const id = await registerProduct({ ...input('damaged'), pictures: [red] });
  const [whole] = await rowsOf(id);
  const { imageId } = whole!;
  const [halved, other] = [new Uint8Array(256).fill(9), new Uint8Array(3_136).fill(9)];
  await test.db.update(intensity).set({ intensities: halved }).where(eq(intensity.imageId, imageId));
  await test.db.update(feature).set({ featureBits: other }).where(eq(feature.imageId, imageId));
  expect(await countUndescribed(test.db, PLANTED_MODEL)).toBe(1);
  expect(await describePictures()).toBe(1);
  expect(await countUndescribed(test.db, PLANTED_MODEL)).toBe(0);
  const [mended] = await rowsOf(id);
  expect(mended!.intensities).toHaveLength(512);
  expectStrongestFirst(mended!);
  expect(mended!.featureBits).toEqual(Buffer.from(other));
});

it.each(['featureBits', 'intensities'])('%s that are too long are refused, not cut off', async (name) => {
  const id = await registerProduct({ ...input(`too-long-${name}`), pictures: [red] });
  const [whole] = await rowsOf(id);
  const { feature: bits, intensity: strengths, signature: of } = described(picture(1));
  const tooLong = (given: string, bytes: Uint8Array) =>
    given === name ? Buffer.concat([bytes, bytes]) : bytes;
  const writing = test.db.transaction((tx) =>
    putDescription(tx, id, whole!.imageId, {
      signature: { ...of, modelId: 'another' },
      feature: { featureBits: tooLong('featureBits', bits.featureBits) },
      intensity: { intensities: tooLong('intensities', strengths.intensities) },
    }),
  );
  await expect(writing).rejects.toMatchObject({
    cause: expect.objectContaining({ code: 'ER_DATA_TOO_LONG' }) as Error,
  });
});

it('a picture replaced while the model looked at it gets no signature any more', async () => {
  const id = await registerProduct({ ...input('replaced'), pictures: [red] });
  const shown = () =>
    test.db.select({ id: productImage.id }).from(productImage).where(eq(productImage.productId, id));
  const [before] = await shown();
  await updateProduct(id, { pictures: [blue] });
  const all = (await shown()).map((row) => row.id);
  const [after] = all.filter((image) => image !== before!.id);
  expect(await test.db.transaction((tx) => lockShown(tx, all))).toEqual(new Set([after]));
});

function expectStrongestFirst(row: Awaited<ReturnType<typeof rowsOf>>[number]): void {
  const strengths = [...decodeTopFilters(row.topFilters)].map((filter) => row.intensities![filter]!);
  expect(strengths).toHaveLength(50);
  expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
}

async function rowsOf(productId: number) {
  return test.db
    .select({
      imageId: signature.imageId,
      topFilters: signature.topFilters,
      featureBits: feature.featureBits,
      intensities: intensity.intensities,
    })
    .from(signature)
    .innerJoin(feature, eq(feature.imageId, signature.imageId))
    .leftJoin(intensity, eq(intensity.imageId, signature.imageId))
    .where(eq(signature.productId, productId));
}

function input(sku: string) {
  const words = { ko: `상품 ${sku}`, en: `Product ${sku}` };
  return {
    sku,
    merchantSlug: 'merchant',
    categorySlug: 'shelf-1',
    title: words,
    description: words,
    priceKrw: 1_500,
    stock: 3,
  };
}

function draw(colour: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" r="35" fill="${colour}"/></svg>`;
  return rasterise(svg, 400, 400, 90);
}

async function isStored(key: string): Promise<boolean> {
  const file = await storage().open(key);
  file?.stream.destroy();
  return file !== null;
}

type Counts = Record<
  'products' | 'images' | 'signatures' | 'features' | 'intensities' | 'reviews' | 'changes',
  number
>;

async function rowCounts(): Promise<Counts> {
  const of = async (table: MySqlTable) => (await test.db.select({ rows: count() }).from(table))[0]?.rows ?? 0;
  const [log] = await test.db.execute(sql`select count(*) as changes from change_log`);
  return {
    products: await of(product),
    images: await of(productImage),
    signatures: await of(signature),
    features: await of(feature),
    intensities: await of(intensity),
    reviews: await of(review),
    changes: Number((log as unknown as { changes: number }[])[0]?.changes),
  };
}

function added(before: Counts, more: Partial<Counts>): Counts {
  const entries = Object.entries(before) as [keyof Counts, number][];
  return Object.fromEntries(entries.map(([name, rows]) => [name, rows + (more[name] ?? 0)])) as Counts;
}
