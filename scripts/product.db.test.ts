import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { getProduct, indexStatus, registerProduct, similarProducts } from '@/lib/catalogue';
import { indexService } from '@/lib/catalogue/index-service';
import { rasterise } from '@/lib/vision';
import { plantShelves } from '@/scripts/testing/plant';
import { createTestDatabase, testServer, type TestDatabase } from '@/scripts/testing/test-database';

/** The index of this process must show what another one did within this time of its end. */
const A_SECOND = { timeout: 1_000, interval: 20 };

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

it.each(['', 'with Redis'])(
  'what another process saves, sells out and deletes is seen here within a second %s',
  async (redis) => {
    const env = { ...process.env, REDIS_URL: redis && testServer('TEST_REDIS_URL') };
    const mine = await registerProduct({ ...product(`mine${redis.length}`), pictures: [await draw('#c33')] });
    const file = path.join(folder, 'picture.jpg');
    writeFileSync(file, await draw('#c43'));

    const sku = `theirs${redis.length}`;
    const said = await operator(
      env,
      'add',
      '--sku',
      sku,
      '--merchant',
      'merchant',
      '--category',
      'shelf-1',
      '--title-ko',
      '빨강',
      '--title-en',
      'Red',
      '--price',
      '900',
      '--stock',
      '2',
      '--picture',
      file,
    );
    const theirs = Number(/Product (\d+)/.exec(said)?.[1]);
    await vi.waitFor(async () => expect(await similarTo(mine)).toContain(theirs), A_SECOND);

    await operator(env, 'stock', sku, '0');
    await operator(env, 'stock', String(mine), '0');
    await vi.waitFor(async () => expect(await similarTo(mine)).not.toContain(theirs), A_SECOND);
    await operator(env, 'stock', sku, '7');
    await vi.waitFor(async () => expect(await similarTo(mine)).toContain(theirs), A_SECOND);
    expect((await getProduct(theirs))?.stock).toBe(7);

    await operator(env, 'delete', sku);
    await vi.waitFor(async () => expect(await similarTo(mine)).not.toContain(theirs), A_SECOND);
    expect(await getProduct(theirs)).toBeNull();
  },
);

it.each([
  [['stock', 'nothing', '3'], 'No product has the number or sku nothing.'],
  [['add', '--colour', 'red'], "Unknown option '--colour'"],
  [['paint'], 'Changes the catalogue from outside the shop'],
])('%j ends with 1 and says what was wrong', async (args, sentence) => {
  const failed = await operator(process.env, ...args).then(
    () => null,
    (error: unknown) => error,
  );
  expect(failed).toMatchObject({ code: 1 });
  const { stdout, stderr } = failed as { stdout: string; stderr: string };
  expect(stdout + stderr).toContain(sentence);
});

async function operator(env: NodeJS.ProcessEnv, ...args: string[]): Promise<string> {
  const node = ['--import', 'tsx', 'scripts/product.ts', ...args];
  return (await promisify(execFile)(process.execPath, node, { env })).stdout;
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
