import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { demoCatalogue } from '@/db/seed';
import type { DemoCatalogue } from '@/db/seed/types';
import { modelInUse } from '@/lib/catalogue/model-in-use';
import { getProduct, listCategories, listProducts } from '@/lib/catalogue';
import { describeMissing } from '@/scripts/describe-missing';
import { seedCatalogue } from '@/scripts/seed-catalogue';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';

const whole = demoCatalogue();
const slice: DemoCatalogue = { ...whole, products: whole.products.slice(0, 6) };
const progress = () => ({ step: () => {}, end: () => {} });
const options = { parallel: 3, progress };

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

it('a seed killed while it works leaves whole products, and the next one adds the others and nothing twice', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/seed.ts'], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  try {
    await vi.waitFor(async () => expect((await counts()).products).toBeGreaterThan(1), {
      timeout: 120_000,
      interval: 50,
    });
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
  const killed = await counts();
  expect(killed).toMatchObject({ unsigned: 0, unlogged: 0, pictureless: 0 });

  const { added } = await seedCatalogue(slice, options);
  const present = await seedCatalogue(slice, options);
  expect(present).toEqual({ added: 0, described: 0 });
  const now = await counts();
  expect(now.products).toBe(killed.products + added);
  expect(now).toMatchObject({ unsigned: 0, unlogged: 0, pictureless: 0 });
}, 180_000);

it('what is in the shop is what the catalogue says', async () => {
  const { items } = await listProducts({ sort: 'newest', page: 1, perPage: 200 });
  const details = await Promise.all(items.map((item) => getProduct(item.id)));
  for (const demo of slice.products) {
    const product = details.find((detail) => detail?.sku === demo.sku);
    expect(product).toMatchObject({
      title: demo.title,
      description: demo.description,
      priceKrw: demo.priceKrw,
      stock: demo.stock,
      family: demo.family,
      reviewCount: demo.reviews.length,
      category: { slug: demo.categorySlug },
    });
    expect(product?.pictures).toHaveLength(demo.pictures.length);
  }
  expect((await listCategories()).map(({ slug }) => slug)).toEqual(whole.categories.map(({ slug }) => slug));
});

it('pictures that only a former network has seen are described, and no product of the demo comes with it', async () => {
  const { products } = await counts();
  const model = await modelInUse();
  await test.db.execute(sql`update signature set model_id = 'former' where model_id = ${model} limit 5`);

  expect(await describeMissing(progress)).toBe(5);
  expect(await describeMissing(progress)).toBe(0);
  expect((await counts()).products).toBe(products);
});

/** Products, and what a product that is not whole would lack. */
async function counts() {
  const count = async (query: string) => {
    const [rows] = await test.db.execute(sql.raw(`select count(*) as n from ${query}`));
    return Number((rows as unknown as { n: number }[])[0]?.n);
  };
  return {
    products: await count('product'),
    unsigned: await count(
      'product_image i left join signature s on s.image_id = i.id left join feature f on f.image_id = i.id where s.image_id is null or f.image_id is null',
    ),
    unlogged: await count(
      'product p where not exists (select 1 from change_log c where c.product_id = p.id)',
    ),
    pictureless: await count(
      'product p where not exists (select 1 from product_image i where i.product_id = p.id)',
    ),
  };
}
