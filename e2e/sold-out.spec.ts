import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, similarProducts, test } from './watched-page';

const run = promisify(execFile);

/** Changes the stock from another process, as an operator would. */
async function setStock(sku: string, stock: number): Promise<void> {
  await run('npm', ['run', '--silent', 'product', '--', 'stock', sku, String(stock)]);
}

test('a product sold out by another process leaves all recommendations, and its own page offers what is in stock', async ({
  page,
}, { project }) => {
  // Each project starts from a product of its own, in stock: they run side by side on one catalogue.
  await page.goto(`/shop/list?stock=in&sort=${project.name === 'mobile' ? 'price-asc' : 'price-desc'}`);
  await page.locator('main [data-product]').first().click();
  await expect(page.getByRole('heading', { name: '이 상품과 유사한 상품' })).toBeVisible();
  const seenFrom = page.url();
  const [closest] = await similarProducts(page);
  const { id } = closest!;
  await page.goto(`/shop/detail/${id}`);
  await expect(page.getByRole('heading', { name: '이 상품과 유사한 상품' })).toBeVisible();
  const sku = (await page.locator('dt:text-is("상품 번호") + dd').innerText()).trim();
  try {
    await setStock(sku, 0);
    await expect(async () => {
      await page.goto(seenFrom);
      expect((await similarProducts(page)).map((one) => one.id)).not.toContain(id);
    }).toPass({ timeout: 15_000 });

    await page.goto(`/shop/detail/${id}`);
    await expect(
      page.getByRole('heading', { name: '품절이에요. 닮은 상품 중 지금 살 수 있는 것' }),
    ).toBeVisible();
    const offered = await similarProducts(page);
    expect(offered.length).toBeGreaterThanOrEqual(8);
    expect(offered.map((one) => one.id)).not.toContain(id);
    await expect(page.locator('#similar').getByText('품절', { exact: true })).toHaveCount(0);
  } finally {
    await setStock(sku, 25);
  }
  await expect(async () => {
    await page.goto(seenFrom);
    expect((await similarProducts(page)).map((one) => one.id)).toContain(id);
  }).toPass({ timeout: 15_000 });
});
