import { isNull, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { deleteProduct, getProduct, indexStatus, setStock, similarProducts } from '@/lib/catalogue';
import { product } from '@/db/schema';
import { changeCatalogue } from '@/lib/catalogue/change-catalogue';
import { indexService } from '@/lib/catalogue/index-service';
import type { SimilarProduct } from '@/lib/catalogue/types';
import {
  picture,
  plantProduct,
  plantShelves,
  type PlantedPicture,
  seededRandom,
} from '@/scripts/testing/plant';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';

const SOON = { timeout: 10_000, interval: 20 };

interface Planted {
  readonly id: number;
  readonly stock: number;
  readonly pictures: readonly PlantedPicture[];
}

let test: TestDatabase;
let planted: Planted[];
let round = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  await plantShelves(test.db);
});
afterAll(async () => {
  await indexService().stop();
  await test.drop();
});
beforeEach(async () => {
  planted = [];
  round++;
  await changeCatalogue(test.db, async (tx, touched) => {
    const left = await tx.select({ id: product.id }).from(product).where(isNull(product.deletedAt));
    await tx.update(product).set({ deletedAt: new Date() }).where(isNull(product.deletedAt));
    left.forEach(({ id }) => touched(id));
  });
});

it('before the index is loaded the answer is that it warms up', async () => {
  const id = await plantProduct(test.db, { sku: 'early' });
  expect(await similarProducts(id, { limit: 8 })).toEqual({ state: 'warming', fraction: 0 });
});

it('equals comparing with every picture of the catalogue, best picture of each product, while all are candidates', async () => {
  await plantLookAlikes(100);
  await indexed();
  for (const query of planted.filter((_, i) => i % 10 < 2)) {
    const result = await similarItems(query.id, 12);
    expect(result.map(rounded)).toEqual(exhaustively(query, 12));
  }
});

it('a product is never similar to itself, and comes once however many pictures of it match', async () => {
  await plantLookAlikes(60);
  await indexed();
  for (const query of planted) {
    const ids = (await similarItems(query.id, 20)).map((item) => item.id);
    expect(ids).not.toContain(query.id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

it('only what can be bought is shown, whether or not the product itself is sold out', async () => {
  await plantLookAlikes(80);
  await indexed();
  const soldOut = planted.find(({ stock }) => stock === 0)!;
  const inStock = planted.find(({ stock }) => stock > 0)!;
  for (const query of [soldOut, inStock]) {
    const items = await similarItems(query.id, 20);
    expect(items.every((item) => item.inStock)).toBe(true);
    expect(items.map(rounded)).toEqual(exhaustively(query, 20));
  }
});

it('what is deleted or sold out is not shown even before the index has heard of it', async () => {
  await plantLookAlikes(20);
  await indexed();
  const query = planted[0]!;
  const [first, second] = (await similarItems(query.id, 5)).map((item) => item.id) as [number, number];
  await deleteProduct(first);
  await setStock(second, 0);
  const ids = (await similarItems(query.id, 5)).map((item) => item.id);
  expect(ids).not.toContain(first);
  expect(ids).not.toContain(second);
  expect(ids.length).toBe(5);
});

it('the cards are those of the products, with their first picture whichever one matched', async () => {
  await plantLookAlikes(30);
  await indexed();
  for (const item of await similarItems(planted[0]!.id, 10)) {
    const { similarity, picture: shown, ...card } = item;
    const detail = (await getProduct(item.id))!;
    expect(detail).toMatchObject(card);
    expect(shown).toEqual(detail.pictures[0]);
    expect(similarity).toBeGreaterThanOrEqual(0);
    expect(similarity).toBeLessThanOrEqual(1);
  }
});

it('a product that is not there, was deleted, or has no signature has no similar products', async () => {
  await plantLookAlikes(3);
  await indexed();
  await deleteProduct(planted[0]!.id);
  await test.db.execute(sql`delete from signature where product_id = ${planted[1]!.id}`);
  for (const id of [planted[0]!.id, planted[1]!.id, 4_000_000_000, -1, 0.5, NaN]) {
    expect(await similarProducts(id, { limit: 8 })).toEqual({ state: 'unavailable' });
  }
});

it('a damaged row costs its own product and no other', async () => {
  await plantLookAlikes(12);
  await indexed();
  const [query, damaged] = planted.filter(({ stock }) => stock > 0) as [Planted, Planted];
  const its = sql`image_id in (select id from product_image where product_id = ${damaged.id})`;
  await test.db.execute(sql`update feature set feature_bits = 'torn' where ${its}`);
  await test.db.execute(sql`update intensity set intensities = 'torn' where ${its}`);
  const ids = (await similarItems(query.id, 50)).map((item) => item.id);
  expect(ids.toSorted()).toEqual(
    planted
      .filter((one) => one.stock > 0 && one !== query && one !== damaged)
      .map(({ id }) => id)
      .toSorted(),
  );
  expect(await similarProducts(damaged.id, { limit: 8 })).toEqual({ state: 'unavailable' });
});

it('alone in the catalogue, a product has an empty list and not an error', async () => {
  const id = await plantProduct(test.db, { sku: 'alone' });
  await indexed();
  expect(await similarProducts(id, { limit: 8 })).toEqual({ state: 'ready', items: [] });
});

it('tells how long its parts took to whoever asks', async () => {
  await plantLookAlikes(3);
  await indexed();
  const onTimings = vi.fn();
  await similarProducts(planted[0]!.id, { limit: 2, onTimings });
  expect(onTimings).toHaveBeenCalledOnce();
  const timings = onTimings.mock.calls[0]![0] as Record<string, number>;
  expect(Object.keys(timings).toSorted()).toEqual(['details', 'features', 'narrowing', 'query', 'rerank']);
  expect(timings.query).toBeGreaterThan(0);
});

/** Products with 1 to 3 pictures of which many resemble each other; every seventh is sold out. */
async function plantLookAlikes(count: number): Promise<void> {
  const random = seededRandom(count);
  const originals = Array.from({ length: 6 }, (_, i) => picture(1_000 + i));
  for (let i = 0; i < count; i++) {
    const pictures = Array.from({ length: 1 + (i % 3) }, () => {
      const original = originals[Math.floor(random() * originals.length)]!;
      const noisy = (bytes: Uint8Array) => bytes.map((byte) => (random() < 0.3 ? random() * 256 : byte));
      const { topFilters, featureBits, intensityBytes } = original;
      return { topFilters, featureBits: noisy(featureBits), intensityBytes: noisy(intensityBytes) };
    });
    const stock = i % 7 === 0 ? 0 : 4;
    planted.push({
      id: await plantProduct(test.db, { sku: `p${i}-${round}`, stock, pictures }),
      stock,
      pictures,
    });
  }
}

/** The service runs on from test to test, as in a shop: it has caught up when it knows the last change. */
async function indexed(): Promise<void> {
  indexService().start();
  const [rows] = await test.db.execute(sql`select seq from change_ticket`);
  const newest = Number((rows as unknown as { seq: number }[])[0]?.seq);
  await vi.waitFor(() => expect(indexStatus()).toMatchObject({ state: 'ready', lastSeq: newest }), SOON);
}

async function similarItems(id: number, limit: number): Promise<readonly SimilarProduct[]> {
  const result = await similarProducts(id, { limit });
  if (result.state !== 'ready') throw new Error(`Expected similar products, got ${result.state}.`);
  return result.items;
}

/** The definition: every picture of every other product in stock, compared one by one. */
function exhaustively(query: Planted, k: number) {
  return planted
    .filter((one) => one !== query && one.stock > 0)
    .map((one) => ({
      id: one.id,
      similarity: likenessOf(query.pictures[0]!, one.pictures),
    }))
    .sort((a, b) => b.similarity - a.similarity || a.id - b.id)
    .map(rounded)
    .slice(0, k);
}

/** The mean of both similarities, of the picture that is the best by intensities. */
function likenessOf(query: PlantedPicture, pictures: readonly PlantedPicture[]): number {
  const byIntensities = (its: PlantedPicture) => cosine(query.intensityBytes, its.intensityBytes);
  const [best] = pictures.toSorted((a, b) => byIntensities(b) - byIntensities(a));
  return (byIntensities(best!) + jaccard(query.featureBits, best!.featureBits)) / 2;
}

/** To what float32 tells apart: the last digits depend on the order of the operations. */
function rounded({ id, similarity }: { id: number; similarity: number }) {
  return { id, similarity: Math.fround(similarity) };
}

function cosine(a: Uint8Array, b: Uint8Array): number {
  const dot = (x: Uint8Array, y: Uint8Array) => x.reduce((sum, byte, i) => sum + byte * y[i]!, 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

function jaccard(a: Uint8Array, b: Uint8Array): number {
  const ones = (bytes: Uint8Array) =>
    bytes.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
  return ones(a.map((byte, i) => byte & b[i]!)) / ones(a.map((byte, i) => byte | b[i]!));
}
