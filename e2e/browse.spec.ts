import type { Page } from '@playwright/test';
import { expect, productIdOf, productIds, similarProducts, test } from './watched-page';

test('the address / leads to the main page', { tag: '@desktop' }, async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/shop\/main$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a shopper comes from the main page over a category to a product and its look-alikes', async ({
  page,
}) => {
  await page.goto('/shop/main');
  const tile = page.locator('section[aria-labelledby="categories"] a').first();
  const category = await tile.locator('span.font-semibold').innerText();
  await tile.click();
  await expect(page).toHaveURL(/\/shop\/list\?category=/);
  await expect(page.getByRole('heading', { level: 1, name: category })).toBeVisible();

  const card = page.locator('main [data-product]').first();
  const title = await card.getByRole('heading').innerText();
  await card.click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole('heading', { name: '이 상품과 유사한 상품' })).toBeVisible();

  const similar = await similarProducts(page);
  expect(similar.length).toBeGreaterThanOrEqual(8);
  expect(similar.length).toBeLessThanOrEqual(12);
});

test(
  'look-alikes are 8 to 12, closest first, each once, and never the product itself',
  { tag: '@desktop' },
  async ({ page }) => {
    for (const id of [1, 40, 111]) {
      await page.goto(`/shop/detail/${id}`);
      const similar = await similarProducts(page);
      const ids = similar.map((one) => one.id);
      const similarities = similar.map((one) => one.similarity);
      expect(similar.length).toBeGreaterThanOrEqual(8);
      expect(similar.length).toBeLessThanOrEqual(12);
      expect(ids).not.toContain(id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(similarities).toEqual([...similarities].sort((a, b) => b - a));
      for (const similarity of similarities) expect(similarity).toBeGreaterThan(0);
      const spoken = await page.locator('#similar [data-product]').first().innerText();
      expect(spoken).toContain(`${Math.round(similarities[0]! * 100)}% 닮음`);
    }
  },
);

test('one walks from look-alike to look-alike, sees the way, and comes back', async ({ page }) => {
  await page.goto('/shop/detail/5');
  const way = page.getByRole('navigation', { name: '닮은꼴을 따라온 길' });
  await expect(way).toHaveCount(0);
  const walked = [5];
  for (let step = 1; step <= 2; step++) {
    const [next] = (await similarProducts(page)).filter(({ id }) => !walked.includes(id));
    await page.locator(`#similar [data-product="${next!.id}"]`).click();
    await expect(page).toHaveURL(new RegExp(`/shop/detail/${next!.id}\\?via=`));
    await expect(way.getByRole('link')).toHaveCount(step);
    expect((await similarProducts(page)).map(({ id }) => id)).not.toContain(next!.id);
    walked.push(next!.id);
  }
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`/shop/detail/${walked[1]}\\?via=5$`));
  await way.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/shop\/detail\/5$/);
  await expect(way).toHaveCount(0);
  expect(productIdOf(page)).toBe(5);
});

test(
  'order, stock filter and page are in the address and act together',
  { tag: '@mobile' },
  async ({ page }) => {
    await page.goto('/shop/list');
    await page.getByRole('link', { name: '낮은 가격순' }).click();
    await expect(page).toHaveURL('/shop/list?sort=price-asc');
    await expect(async () => {
      const shown = await prices(page);
      expect(shown).toHaveLength(24);
      expect(shown).toEqual(ascending(shown));
    }).toPass();

    await page.getByRole('link', { name: /살 수 있는 것만/ }).click();
    await expect(page).toHaveURL('/shop/list?sort=price-asc&stock=in');
    await expect(page.getByRole('link', { name: /살 수 있는 것만 \(켜짐/ })).toBeVisible();
    const firstPage = await otherProducts(page, []);
    await expect(page.locator('main [data-product]').getByText('품절')).toHaveCount(0);

    await page.getByRole('link', { name: '다음' }).click();
    await expect(page).toHaveURL('/shop/list?sort=price-asc&stock=in&page=2');
    const secondPage = await otherProducts(page, firstPage);
    await page.reload();
    await expect.poll(() => productIds(page)).toEqual(secondPage);
    await page.goBack();
    await expect.poll(() => productIds(page)).toEqual(firstPage);
  },
);

test('text search finds a product by its title and says how many there are', async ({ page }) => {
  await page.goto('/shop/detail/7');
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('searchbox', { name: '상품 검색' }).fill(title);
  await page.getByRole('button', { name: '검색' }).click();
  await expect(page).toHaveURL(/\/shop\/list\?q=/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  await expect(page.getByRole('searchbox')).toHaveValue(title);
  await expect(page.locator('[data-product="7"]')).toBeVisible();
  await expect(page.getByText(/^상품 [\d,]+개$/)).toBeVisible();
});

test(
  'a search that finds nothing says so, and each condition can be lifted',
  { tag: '@desktop' },
  async ({ page }) => {
    await page.goto('/shop/list?q=zzqqxx&stock=in');
    await expect(page.getByRole('heading', { name: '찾는 상품이 없어요' })).toBeVisible();
    await page.getByRole('link', { name: '“zzqqxx” 없이 보기' }).click();
    await expect(page).toHaveURL('/shop/list?stock=in');
    await expect(page.locator('main [data-product]').first()).toBeVisible();
  },
);

test('nonsense in the address falls back to the plain list', { tag: '@desktop' }, async ({ page }) => {
  await page.goto('/shop/list?page=-7&sort=nonsense&stock=maybe&q=%00');
  await expect(page.getByRole('heading', { level: 1, name: '전체 상품' })).toBeVisible();
  await expect(page.locator('main [data-product]').first()).toBeVisible();
  await page.goto('/shop/list?page=9999');
  await page.getByRole('link', { name: '마지막 쪽으로' }).click();
  await expect(page.locator('main [data-product]').first()).toBeVisible();
});

/** Waits until the list shows products, none of them among `before`; returns their numbers. */
async function otherProducts(page: Page, before: readonly number[]): Promise<number[]> {
  let shown: number[] = [];
  await expect(async () => {
    shown = await productIds(page);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((id) => before.includes(id))).toEqual([]);
  }).toPass();
  return shown;
}

async function prices(page: Page): Promise<number[]> {
  const texts = await page
    .locator('main [data-product]')
    .evaluateAll((cards) => cards.map((card) => card.textContent ?? ''));
  return texts.map((text) =>
    Number(/([\d,]+)원/.exec(text.replace(/[^\d,원]+/g, ' '))?.[1]?.replaceAll(',', '')),
  );
}

function ascending(numbers: readonly number[]): number[] {
  return [...numbers].sort((a, b) => a - b);
}

test.describe('what is not there', { tag: '@desktop' }, () => {
  test.use({ allowed: [/404/] });

  test('a number that no product has is a 404 page that leads on', async ({ page }) => {
    for (const id of ['abc', '0', '-1', '1.5'])
      expect((await page.request.get(`/shop/detail/${id}`)).status(), id).toBe(404);
    const answer = await page.goto('/shop/detail/4000000000');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1, name: '이 상품은 찾을 수 없어요' })).toBeVisible();
    await page.getByRole('link', { name: '전체 상품 보기' }).click();
    await expect(page.locator('main [data-product]').first()).toBeVisible();
  });

  test('an unknown address is a 404 page', async ({ page }) => {
    const answer = await page.goto('/no/such/page');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1, name: '없는 페이지예요' })).toBeVisible();
  });

  test('an unknown category says so', async ({ page }) => {
    await page.goto('/shop/list?category=no-such-category');
    await expect(page.getByRole('heading', { level: 1, name: '그런 카테고리는 없어요' })).toBeVisible();
  });
});
