import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { putMerchants } from '@/db/queries/shelves';
import {
  deleteProduct,
  indexStatus,
  nearDuplicates,
  setStock,
  similarProducts,
  similarToSignature,
} from '@/lib/catalogue';
import { indexService } from '@/lib/catalogue/index-service';
import { CallerError } from '@/lib/errors';
import {
  picture,
  PLANTED_MODEL,
  plantProduct,
  plantShelves,
  type PlantedPicture,
} from '@/scripts/testing/plant';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';

const SOON = { timeout: 10_000, interval: 20 };
const OWN = { merchantId: 1 };
const OTHER = { merchantId: 2 };

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  await plantShelves(test.db);
  await putMerchants(test.db, [{ id: 2, slug: 'other', nameKo: '다른 상인', nameEn: 'Other' }]);
  for (let i = 0; i < 30; i++) await plantProduct(test.db, { sku: `stock-${i}`, merchantId: 1 + (i % 2) });
});
afterAll(async () => {
  await indexService().stop();
  await test.drop();
});

it('finds for a picture that is in no product what a product with this picture is shown next to', async () => {
  const seen = picture(1);
  const id = await plantProduct(test.db, { sku: 'twin', pictures: [seen] });
  await indexed();
  const byProduct = await similarProducts(id, { limit: 12 });
  const bySignature = await similarToSignature(signatureOf(seen), { limit: 13 });
  expect(itemsOf(bySignature)[0]).toMatchObject({ id, similarity: expect.closeTo(1, 5) });
  expect(itemsOf(bySignature).slice(1)).toEqual(itemsOf(byProduct));
});

it('shows only what can be bought', async () => {
  const seen = picture(2);
  const id = await plantProduct(test.db, { sku: 'sold-out', pictures: [seen], stock: 0 });
  await indexed();
  const items = itemsOf(await similarToSignature(signatureOf(seen), { limit: 20 }));
  expect(items.length).toBeGreaterThan(0);
  expect(items.map((item) => item.id)).not.toContain(id);
});

it('a picture that is sold already is found among the merchant’s own products only, sold out or not, whichever of its pictures it is', async () => {
  const seen = picture(3);
  const id = await plantProduct(test.db, { sku: 'mine', pictures: [picture(33), seen], stock: 0 });
  await plantProduct(test.db, { sku: 'theirs', pictures: [seen], merchantId: 2 });
  await indexed();
  expect(await nearDuplicates(signatureOf(seen), OWN)).toMatchObject([{ id, inStock: false }]);
  expect(await nearDuplicates(signatureOf(seen), OTHER)).toMatchObject([{ inStock: true }]);
  expect(await nearDuplicates(signatureOf(seen), 'all')).toHaveLength(2);
});

it('a picture with few other bits is nearly the same, one with many is another', async () => {
  const seen = picture(4);
  const id = await plantProduct(test.db, { sku: 'noisy', pictures: [seen] });
  await indexed();
  const found = await nearDuplicates(signatureOf(withNoise(seen, 0.01)), OWN);
  expect(found).toMatchObject([{ id }]);
  expect(await nearDuplicates(signatureOf(withNoise(seen, 0.5)), OWN)).toEqual([]);
});

it('what was deleted, and what came to another merchant, is not told even before the index has heard of it', async () => {
  const seen = picture(5);
  const gone = await plantProduct(test.db, { sku: 'gone', pictures: [seen] });
  const given = await plantProduct(test.db, { sku: 'given', pictures: [seen] });
  await indexed();
  await deleteProduct(gone);
  await test.db.execute(sql`update product set merchant_id = 2 where id = ${given}`);
  expect(await nearDuplicates(signatureOf(seen), OWN)).toEqual([]);
});

it('a sold-out product comes back as it is restocked', async () => {
  const seen = picture(6);
  const id = await plantProduct(test.db, { sku: 'restocked', pictures: [seen], stock: 0 });
  await setStock(id, 3);
  await indexed();
  expect(await nearDuplicates(signatureOf(seen), OWN)).toMatchObject([{ id, inStock: true }]);
});

it('signatures of another model are refused', async () => {
  await indexed();
  const foreign = { ...signatureOf(picture(7)), modelId: 'another' };
  await expect(similarToSignature(foreign, { limit: 5 })).rejects.toThrow(CallerError);
  await expect(nearDuplicates(foreign, OWN)).rejects.toThrow(CallerError);
});

function signatureOf(seen: PlantedPicture) {
  return { modelId: PLANTED_MODEL, ...seen };
}

/** The same picture with this share of the feature bytes turned over. */
function withNoise(seen: PlantedPicture, share: number): PlantedPicture {
  const every = Math.round(1 / share);
  return { ...seen, featureBits: seen.featureBits.map((byte, i) => (i % every === 0 ? byte ^ 255 : byte)) };
}

function itemsOf(result: Awaited<ReturnType<typeof similarToSignature>>) {
  if (result.state !== 'ready') throw new Error(`Expected similar products, got ${result.state}.`);
  return result.items;
}

async function indexed(): Promise<void> {
  indexService().start();
  const [rows] = await test.db.execute(sql`select seq from change_ticket`);
  const newest = Number((rows as unknown as { seq: number }[])[0]?.seq);
  await vi.waitFor(() => expect(indexStatus()).toMatchObject({ state: 'ready', lastSeq: newest }), SOON);
}
