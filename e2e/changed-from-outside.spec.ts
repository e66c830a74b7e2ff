import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { product } from './operator';
import { expect, similarProducts, test } from './watched-page';

// What another process changes, the shop shows within a second; a busy machine may take longer for the page itself.
const FOLLOWED = { timeout: 30_000 };

// The command line starts a program at each call, and looks at a picture with the whole network.
test.beforeEach(() => test.setTimeout(240_000));

test(
  'a product sold out by another process leaves all recommendations, and its own page offers what is in stock',
  { tag: '@desktop' },
  async ({ page }) => {
    const seenFrom = await openFirstOf(page, '/shop/list?stock=in&sort=price-desc');
    const [closest] = await similarProducts(page);
    const { id } = closest!;
    await page.goto(`/shop/detail/${id}`);
    const sku = (await page.locator('dt:text-is("상품 번호") + dd').innerText()).trim();
    try {
      await product('stock', sku, '0');
      await expect(async () => expect(await lookAlikes(page, seenFrom)).not.toContain(id)).toPass(FOLLOWED);

      await page.goto(`/shop/detail/${id}`);
      await expect(
        page.getByRole('heading', { name: '품절이에요. 닮은 상품 중 지금 살 수 있는 것' }),
      ).toBeVisible();
      const offered = await similarProducts(page);
      expect(offered.length).toBeGreaterThanOrEqual(8);
      expect(offered.map((one) => one.id)).not.toContain(id);
      await expect(page.locator('#similar').getByText('품절', { exact: true })).toHaveCount(0);
    } finally {
      await product('stock', sku, '25');
    }
    await expect(async () => expect(await lookAlikes(page, seenFrom)).toContain(id)).toPass(FOLLOWED);
  },
);

test(
  'a product registered by another process appears among the look-alikes of its twin, and leaves when it is deleted',
  { tag: '@desktop' },
  async ({ page }, info) => {
    // Where no other journey clicks: there, a product that comes and goes would be in the way.
    const twin = await openFirstOf(page, '/shop/list?category=pet&stock=in&sort=rating');
    const picture = info.outputPath('picture.webp');
    await writeFile(picture, await pictureOf(page));
    const sku = `E2E-${info.project.name}-${Date.now()}`;
    const id = await register(sku, picture);
    try {
      await expect(async () => expect(await lookAlikes(page, twin)).toContain(id)).toPass(FOLLOWED);
      await page.locator(`#similar [data-product="${id}"]`).click();
      await expect(page.getByRole('heading', { level: 1, name: `새 상품 ${sku}` })).toBeVisible();
    } finally {
      await product('delete', sku);
    }
    await expect(async () => expect(await lookAlikes(page, twin)).not.toContain(id)).toPass(FOLLOWED);
    expect((await page.request.get(`/shop/detail/${id}`)).status()).toBe(404);
  },
);

/** Opens the first product of a list, and returns its address. */
async function openFirstOf(page: Page, list: string): Promise<string> {
  await page.goto(list);
  await page.locator('main [data-product]').first().click();
  await expect(page).toHaveURL(/\/shop\/detail\/\d+$/);
  await expect(page.getByRole('heading', { name: '이 상품과 유사한 상품' })).toBeVisible();
  return page.url();
}

/** Numbers of the products that a product page, opened afresh, says look alike. */
async function lookAlikes(page: Page, address: string): Promise<number[]> {
  await page.goto(address);
  return (await similarProducts(page)).map(({ id }) => id);
}

/** The bytes of the first picture of the product whose page this is. */
async function pictureOf(page: Page): Promise<Buffer> {
  const address = await page.locator('meta[property="og:image"]').first().getAttribute('content');
  const answer = await page.request.get(new URL(address ?? '').pathname);
  expect(answer.status()).toBe(200);
  return answer.body();
}

/** Registers a product of the demo catalogue's pet shop, of a middling price; returns its number. */
async function register(sku: string, picture: string): Promise<number> {
  const said = await product(
    'add',
    ...['--sku', sku, '--merchant', 'petmaru', '--category', 'pet', '--price', '5200', '--stock', '3'],
    ...['--title-ko', `새 상품 ${sku}`, '--title-en', `New product ${sku}`, '--picture', picture],
  );
  const number = /\/shop\/detail\/(\d+)/.exec(said)?.[1];
  expect(number, `the command line said: ${said}`).toBeDefined();
  return Number(number);
}
