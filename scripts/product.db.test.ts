import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { putMerchants } from '@/db/queries/shelves';
import { getProduct, indexStatus, registerProduct, similarProducts } from '@/lib/catalogue';
import { indexService } from '@/lib/catalogue/index-service';
import { openRedis } from '@/lib/redis';
import { rasterise } from '@/lib/vision';
import { plantProduct, plantShelves } from '@/scripts/testing/plant';
import { createTestDatabase, testServer, type TestDatabase } from '@/scripts/testing/test-database';

/** The promise is a second; a busy machine gets more, and what never arrives is found all the same. */
const SOON = { timeout: 15_000, interval: 20 };

let test: TestDatabase;
let folder: string;

beforeAll(async () => {
  test = await createTestDatabase();
  await plantShelves(test.db);
  folder = mkdtempSync(path.join(tmpdir(), 'dalma-product-'));
  indexService().start();
  await vi.waitFor(() => expect(indexStatus().state).toBe('ready'), { timeout: 10_000 });
});
afterAll(async () => {
  await indexService().stop();
  await test.drop();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => vi.unstubAllEnvs());

it('what another process saves, sells out and deletes is followed here without messages, by the log alone', async () => {
  const mine = await registerProduct({ ...product('mine'), pictures: [await draw('#c33')] });
  const file = path.join(folder, 'picture.jpg');
  writeFileSync(file, await draw('#c43'));
  const words = ['--title-ko', '빨강', '--title-en', 'Red'];
  const shelf = ['--merchant', 'merchant', '--category', 'shelf-1'];
  const numbers = ['--price', '900', '--stock', '2'];
  const said = await operator('add', '--sku', 'theirs', ...shelf, ...words, ...numbers, '--picture', file);
  const theirs = Number(/Product (\d+)/.exec(said)?.[1]);
  await vi.waitFor(async () => expect(await similarTo(mine)).toContain(theirs), SOON);

  await operator('stock', 'theirs', '0');
  await operator('stock', String(mine), '0');
  await vi.waitFor(async () => expect(await similarTo(mine)).not.toContain(theirs), SOON);
  await operator('stock', 'theirs', '7');
  await vi.waitFor(async () => expect(await similarTo(mine)).toContain(theirs), SOON);
  expect((await getProduct(theirs))?.stock).toBe(7);

  await operator('delete', 'theirs');
  await vi.waitFor(async () => expect(await similarTo(mine)).not.toContain(theirs), SOON);
  expect(await getProduct(theirs)).toBeNull();
});

it('every change from the command line is announced to the running shops through Redis', async () => {
  const id = await plantProduct(test.db, { sku: 'announced' });
  const shop = openRedis(testServer('TEST_REDIS_URL'));
  const heard = vi.fn();
  shop.on('message', heard);
  await vi.waitFor(() => shop.subscribe('dalma:changes'), SOON);
  for (const changes of [1, 2, 3]) {
    await operator('stock', String(id), String(changes));
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(changes), SOON);
  }
  shop.disconnect();
});

it('a sku that several merchants use must come with a merchant, and then means that merchant’s product', async () => {
  await putMerchants(test.db, [{ id: 2, slug: 'other-shop', nameKo: '다른 가게', nameEn: 'Other shop' }]);
  const mine = await plantProduct(test.db, { sku: 'shared', stock: 5 });
  const others = await plantProduct(test.db, { sku: 'shared', stock: 5, merchantId: 2 });
  const { stderr } = await failure('stock', 'shared', '1');
  expect(stderr).toContain('Several merchants have a product with the sku shared: merchant, other-shop.');
  expect(stderr).toContain('--merchant SLUG');
  await operator('stock', 'shared', '1', '--merchant', 'other-shop');
  expect([(await getProduct(mine))?.stock, (await getProduct(others))?.stock]).toEqual([5, 1]);
  expect((await failure('stock', 'shared', '1', '--merchant', 'nobody')).stderr).toContain(
    'The merchant nobody has no product with the sku shared.',
  );
});

it('a wrong setting is refused with one sentence before anything is done', async () => {
  vi.stubEnv('LOG_LEVEL', 'verbose');
  const { stderr } = await failure('show', 'nothing');
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('LOG_LEVEL: ')]);
});

it.each([
  [['stock', 'nothing', '3'], 'No product has the number or sku nothing.'],
  [['add', '--colour', 'red'], "Unknown option '--colour'"],
  [['paint'], 'Changes the catalogue from outside the shop'],
])('%j ends with 1 and says what was wrong', async (args, sentence) => {
  const { stdout, stderr } = await failure(...args);
  expect(stdout + stderr).toContain(sentence);
});

/** Runs `npm run product` with this process's settings, those of a test included, and the test run's Redis. */
async function operator(...args: string[]): Promise<string> {
  const node = ['--import', 'tsx', 'scripts/product.ts', ...args];
  const env = { ...process.env, REDIS_URL: process.env.REDIS_URL || testServer('TEST_REDIS_URL') };
  return (await promisify(execFile)(process.execPath, node, { env })).stdout;
}

async function failure(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  const failed = await operator(...args).then(
    () => null,
    (error: unknown) => error,
  );
  expect(failed).toMatchObject({ code: 1 });
  return failed as { stdout: string; stderr: string };
}

async function similarTo(id: number): Promise<number[]> {
  const result = await similarProducts(id, { limit: 20 });
  return result.state === 'ready' ? result.items.map((item) => item.id) : [];
}

function product(sku: string) {
  const words = { ko: '상품', en: 'Product' };
  return {
    sku,
    merchantSlug: 'merchant',
    categorySlug: 'shelf-1',
    title: words,
    description: words,
    priceKrw: 1,
    stock: 1,
  };
}

function draw(colour: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="40" cy="50" r="30" fill="${colour}"/><rect x="55" y="20" width="20" height="60" fill="#245"/></svg>`;
  return rasterise(svg, 300, 300, 90);
}
