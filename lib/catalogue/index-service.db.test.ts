import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { product, productImage, signature } from '@/db/schema';
import { insertPictures, retirePictures } from '@/db/queries/write-product';
import { changeCatalogue } from '@/lib/catalogue/change-catalogue';
import { IndexService } from '@/lib/catalogue/index-service';
import { IndexSnapshots } from '@/lib/catalogue/index-snapshots';
import { categoryTag, IN_STOCK, priceTag } from '@/lib/catalogue/picture-tags';
import { priceBand } from '@/lib/catalogue/price-band';
import { deleteProduct, setStock, updateProduct } from '@/lib/catalogue/register-product';
import { decodeTopFilters } from '@/lib/catalogue/top-filters';
import { database, openDatabase, type OpenDatabase } from '@/lib/database';
import { BreakableSocket } from '@/scripts/testing/breakable-socket';
import {
  described,
  picture,
  plantProduct,
  PLANTED_MODEL,
  plantShelves,
  seededRandom,
} from '@/scripts/testing/plant';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';

const SOON = { timeout: 10_000, interval: 20 };

let test: TestDatabase;
let service: IndexService;

beforeAll(async () => {
  test = await createTestDatabase();
  await plantShelves(test.db);
});
afterAll(() => test.drop());
beforeEach(async () => {
  for (const table of ['product', 'product_image', 'signature', 'feature']) {
    await test.db.execute(sql.raw(`delete from ${table}`));
  }
  service = new IndexService({ modelId: PLANTED_MODEL, db: database });
});
afterEach(() => service.stop());

it('loads what is in the catalogue, and nothing that was deleted, and says how much', async () => {
  await plantProduct(test.db, { sku: 'one', pictures: [picture(1), picture(2)] });
  await plantProduct(test.db, { sku: 'two', stock: 0 });
  const gone = await plantProduct(test.db, { sku: 'gone' });
  await deleteProduct(gone);
  expect(service.status()).toMatchObject({ state: 'starting', fraction: 0, products: 0 });
  await startAndWait();
  expect(service.status()).toMatchObject({
    state: 'ready',
    fraction: 1,
    products: 2,
    pictures: 3,
    modelId: PLANTED_MODEL,
  });
  expect(service.status()).not.toHaveProperty('error');
  expect(await indexEqualsDatabase()).toBe(true);
});

it('an empty catalogue is ready at once', async () => {
  await startAndWait();
  expect(service.status()).toMatchObject({ products: 0, pictures: 0 });
});

it('follows a product through its life: saved, sold out, restocked, moved, new pictures, deleted', async () => {
  await startAndWait();
  const id = await plantProduct(test.db, { sku: 'life', pictures: [picture(7), picture(8)] });
  await vi.waitFor(async () => expect(await found(picture(7))).toContain(id), SOON);
  expect(await found(picture(8))).toContain(id);

  await setStock(id, 0);
  await vi.waitFor(async () => expect(await found(picture(7), [IN_STOCK])).not.toContain(id), SOON);
  expect(await found(picture(7))).toContain(id);
  await setStock(id, 3);
  await vi.waitFor(async () => expect(await found(picture(7), [IN_STOCK])).toContain(id), SOON);

  await changeCatalogue(test.db, async (tx, touched) => {
    await tx.update(product).set({ categoryId: 2 }).where(eq(product.id, id));
    touched(id);
  });
  await vi.waitFor(async () => expect(await found(picture(7), [categoryTag(2)])).toContain(id), SOON);
  expect(await found(picture(7), [categoryTag(1)])).not.toContain(id);

  await updateProduct(id, { priceKrw: 25_000 });
  const dearer = priceTag(priceBand(25_000));
  await vi.waitFor(async () => expect(await found(picture(7), [dearer])).toContain(id), SOON);
  expect(await found(picture(7), [priceTag(priceBand(1_000))])).not.toContain(id);

  await changeCatalogue(test.db, async (tx, touched) => {
    await retirePictures(tx, id);
    await insertPictures(tx, id, [described(picture(9))]);
    touched(id);
  });
  await vi.waitFor(() => expect(service.status().pictures).toBe(1), SOON);
  expect(await found(picture(9))).toContain(id);

  await deleteProduct(id);
  await vi.waitFor(() => expect(service.status()).toMatchObject({ products: 0, pictures: 0 }), SOON);
});

it('what many writers change while the index loads and afterwards is in it, once, in the end', async () => {
  const ids = await Promise.all(
    Array.from({ length: 60 }, (_, i) => plantProduct(test.db, { sku: `busy-${i}` })),
  );
  service.start();
  await Promise.all(Array.from({ length: 6 }, (_, writer) => changeAtRandom(writer)));
  await vi.waitFor(async () => expect(await indexEqualsDatabase()).toBe(true), SOON);

  async function changeAtRandom(writer: number): Promise<void> {
    const random = seededRandom(writer);
    const mine = ids.filter((_, i) => i % 6 === writer);
    for (let round = 0; round < 20; round++) {
      const id = mine[Math.floor(random() * mine.length)] ?? 0;
      const dice = random();
      if (dice < 0.5) await setStock(id, Math.floor(random() * 2)).catch(ignoreDeleted);
      else if (dice < 0.6) await deleteProduct(id).catch(ignoreDeleted);
      else await plantProduct(test.db, { sku: `new-${writer}-${round}`, categoryId: 1 + (round % 3) });
    }
  }
});

it('signatures of another model are not in the index', async () => {
  await plantProduct(test.db, { sku: 'other-model' });
  await test.db.update(signature).set({ modelId: 'another' });
  await startAndWait();
  expect(service.status().pictures).toBe(0);
});

it.each([
  ['filters that do not exist', new Uint8Array(50).fill(255)],
  ['half a filter number', new Uint8Array(99)],
])('a signature damaged by %s keeps its own picture out and no other', async (_, topFilters) => {
  const [damaged, sound] = [
    await plantProduct(test.db, { sku: 'damaged' }),
    await plantProduct(test.db, { sku: 'sound' }),
  ];
  await test.db.update(signature).set({ topFilters }).where(eq(signature.productId, damaged));
  await startAndWait();
  expect(service.status()).toMatchObject({ products: 1 });
  await setStock(sound, 0);
  await vi.waitFor(async () => expect(service.status().lastSeq).toBe(await newestSeq()), SOON);
});

it('a database emptied and filled anew under a running shop is loaded anew', async () => {
  await plantProduct(test.db, { sku: 'old-1' });
  await plantProduct(test.db, { sku: 'old-2' });
  await startAndWait();
  for (const table of ['product', 'product_image', 'signature', 'feature', 'change_log']) {
    await test.db.execute(sql.raw(`delete from ${table}`));
  }
  await test.db.execute(sql`update change_ticket set seq = 0`);
  await vi.waitFor(
    () => expect(service.status()).toMatchObject({ state: 'ready', products: 0, lastSeq: 0 }),
    SOON,
  );
  await plantProduct(test.db, { sku: 'fresh' });
  await vi.waitFor(() => expect(service.status().products).toBe(1), SOON);
});

it('with the database away it goes on answering, says what is wrong, and takes in what it missed', async () => {
  const { socket, through } = await behindBreakableSocket();
  service = new IndexService({ modelId: PLANTED_MODEL, db: () => through.db });
  const id = await plantProduct(test.db, { sku: 'before' });
  await startAndWait();
  await socket.cut();
  await vi.waitFor(() => expect(service.status().error).toBeTruthy(), SOON);
  expect(service.status().state).toBe('ready');
  expect(service.ready()?.products).toBe(1);
  await deleteProduct(id);
  await plantProduct(test.db, { sku: 'missed', pictures: [picture(31), picture(32)] });
  await socket.mend();
  await vi.waitFor(() => expect(service.status()).toMatchObject({ products: 1, pictures: 2 }), SOON);
  await vi.waitFor(() => expect(service.status()).not.toHaveProperty('error'), SOON);
  await service.stop();
  await through.close();
  await socket.remove();
});

it('a snapshot asked for while the database is away is refused, not waited for', async () => {
  const { socket, through } = await behindBreakableSocket();
  const folder = mkdtempSync(path.join(tmpdir(), 'dalma-index-'));
  const snapshots = new IndexSnapshots(folder, PLANTED_MODEL);
  service = new IndexService({ modelId: PLANTED_MODEL, db: () => through.db, snapshots });
  await startAndWait();
  await socket.cut();
  await expect(service.snapshot()).rejects.toThrow('The change log cannot be read');
  await service.stop();
  await through.close();
  await socket.remove();
  rmSync(folder, { recursive: true });
});

it('a database that does not answer is not waited for: the index says so, and follows again once it answers', async () => {
  await startAndWait();
  const locker = await test.pool.getConnection();
  await locker.query('lock tables change_ticket write');
  await vi.waitFor(() => expect(service.status().error).toMatch('did not answer'), SOON);
  expect(service.status().state).toBe('ready');
  await locker.query('unlock tables');
  locker.release();
  await plantProduct(test.db, { sku: 'after the silence' });
  await vi.waitFor(() => expect(service.status().products).toBe(1), SOON);
  await vi.waitFor(() => expect(service.status()).not.toHaveProperty('error'), SOON);
});

it('a database that is not there yet is waited for', async () => {
  const { socket, through } = await behindBreakableSocket();
  service = new IndexService({ modelId: PLANTED_MODEL, db: () => through.db });
  await socket.cut();
  service.start();
  await vi.waitFor(() => expect(service.status().state).toBe('failed'), SOON);
  expect(service.status().error).toMatch(/ENOENT|ECONNREFUSED/);
  expect(service.ready()).toBeNull();
  await socket.mend();
  await vi.waitFor(() => expect(service.status().state).toBe('ready'), SOON);
  await service.stop();
  await through.close();
  await socket.remove();
});

async function startAndWait(): Promise<void> {
  service.start();
  await vi.waitFor(() => expect(service.status().state).toBe('ready'), SOON);
}

/** Products that a search finds for a picture: those that have all its filters, and tags, are among them. */
async function found(like: { topFilters: Uint16Array }, every: string[] = []): Promise<number[]> {
  const ids = narrowed(like.topFilters, every);
  if (ids.length === 0) return [];
  const rows = await test.db
    .select({ productId: productImage.productId })
    .from(productImage)
    .where(inArray(productImage.id, ids));
  return rows.map((row) => row.productId);
}

function narrowed(topFilters: Uint16Array, every: string[]): number[] {
  const live = service.ready();
  if (!live) throw new Error('The index is not ready.');
  return [...live.narrow(topFilters, { mode: 'published', limit: 1, where: { every } })];
}

/** Whether each picture that should be found is found with the right tags, and there are no others. */
async function indexEqualsDatabase(): Promise<boolean> {
  const rows = await test.db
    .select({ id: signature.imageId, topFilters: signature.topFilters, product })
    .from(signature)
    .innerJoin(product, and(eq(product.id, signature.productId), eq(product.listed, true)));
  const { pictures, products } = service.status();
  const owners = new Set(rows.map((row) => row.product.id));
  return (
    pictures === rows.length &&
    products === owners.size &&
    rows.every(({ id, topFilters, product: { stock, categoryId } }) => {
      const filters = decodeTopFilters(topFilters);
      const inStock = narrowed(filters, [IN_STOCK]).includes(id);
      return narrowed(filters, [categoryTag(categoryId)]).includes(id) && inStock === stock > 0;
    })
  );
}

async function newestSeq(): Promise<number> {
  const [rows] = await test.db.execute(sql`select seq from change_ticket`);
  return Number((rows as unknown as { seq: number }[])[0]?.seq);
}

async function behindBreakableSocket(): Promise<{ socket: BreakableSocket; through: OpenDatabase }> {
  const url = new URL(test.url);
  const socket = new BreakableSocket(url.searchParams.get('socketPath') ?? '');
  await socket.mend();
  url.searchParams.set('socketPath', socket.path);
  return { socket, through: openDatabase(url.href, 2) };
}

function ignoreDeleted(error: unknown): void {
  if (!/was deleted/.test(String(error))) throw error;
}
