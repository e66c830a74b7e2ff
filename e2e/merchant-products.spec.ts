import AxeBuilder from '@axe-core/playwright';
import type { Browser, Locator, Page } from '@playwright/test';
import { signIn } from './sign-in';
import { expect, productIds, similarProducts, test } from './watched-page';

// What is changed here, shoppers see within a second; a busy machine may take longer for the page itself.
const FOLLOWED = { timeout: 30_000 };
const TABLE = '/admin/products';

test.beforeEach(() => test.setTimeout(240_000));

test(
  'a product sold out in the table leaves other products’ look-alikes within seconds, and undoing brings it back',
  { tag: '@desktop' },
  async ({ page, browser }) => {
    await signIn(page, 'merchant');
    await page.goto(`${TABLE}?view=in-stock`);
    const shopper = await anotherVisitor(browser);
    const { id, seenFrom } = await recommendedOne(shopper, await productIds(page));
    await tick(row(page, id));
    await page.getByRole('button', { name: '품절로' }).click();
    const said = page.getByText('상품 1개를 품절로 바꿨어요');
    await expect(said).toBeVisible();
    // The message stays for as long as somebody points at it.
    await said.hover();
    await expect(row(page, id)).toHaveCount(0);
    await expect(async () => expect(await lookAlikes(shopper, seenFrom)).not.toContain(id)).toPass(FOLLOWED);
    await page.getByRole('button', { name: '되돌리기' }).click();
    await expect(row(page, id)).toBeVisible();
    await expect(async () => expect(await lookAlikes(shopper, seenFrom)).toContain(id)).toPass(FOLLOWED);
    await shopper.context().close();
  },
);

test('a deleted product is gone from the shop, waits among the recently deleted, and comes back whole', async ({
  page,
}) => {
  await signIn(page, 'merchant');
  // The dearest for the one screen, the cheapest for the other: both run at the same time.
  await page.goto(`${TABLE}?sort=${page.viewportSize()!.width < 800 ? 'price-asc' : 'price-desc'}`);
  const [id] = await productIds(page);
  const title = await titleOf(row(page, id!));
  await tick(row(page, id!));
  await page.getByRole('button', { name: '삭제', exact: true }).click();
  await expect(page.getByText('상품 1개를 삭제했어요')).toBeVisible();
  await expect(row(page, id!)).toHaveCount(0);
  expect((await page.request.get(`/shop/detail/${id}`)).status()).toBe(404);

  await page.getByRole('link', { name: '최근 삭제' }).click();
  await expect(page).toHaveURL(/view=deleted/);
  await page.getByRole('button', { name: `${title} 되살리기` }).click();
  await expect(row(page, id!)).toHaveCount(0);
  await expect.poll(async () => (await page.request.get(`/shop/detail/${id}`)).status()).toBe(200);
  await page.getByRole('link', { name: '전체', exact: true }).click();
  await expect(row(page, id!)).toBeVisible();
});

test(
  'with the keyboard alone the stock is changed in place, taken back, and put back',
  { tag: '@desktop' },
  async ({ page }) => {
    await signIn(page, 'merchant');
    await page.goto(`${TABLE}?view=in-stock&sort=stock-desc`);
    const [id] = await productIds(page);
    const field = row(page, id!).getByRole('spinbutton');
    const before = await field.inputValue();
    await field.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('7');
    await page.keyboard.press('Escape');
    await expect(field).toHaveValue(before);

    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(String(Number(before) + 1));
    await page.keyboard.press('Enter');
    await expect(page.getByText(`상품 1개의 재고를 ${Number(before) + 1}개로 바꿨어요`)).toBeVisible();
    await expect(field).toBeFocused();
    await page.reload();
    await expect(row(page, id!).getByRole('spinbutton')).toHaveValue(String(Number(before) + 1));

    await row(page, id!).getByRole('checkbox').focus();
    await page.keyboard.press('Space');
    await expect(page.getByText('1개 선택')).toBeVisible();
    await page.getByRole('spinbutton', { name: '선택한 상품의 새 재고' }).focus();
    await page.keyboard.type(before);
    await page.keyboard.press('Enter');
    await expect(row(page, id!).getByRole('spinbutton')).toHaveValue(before);
    await expect(page.getByText('1개 선택')).toHaveCount(0);
  },
);

test('search, order and pages are in the address, lead forth and back, and act together', async ({
  page,
}) => {
  await signIn(page, 'admin');
  await page.goto(`${TABLE}?sort=price-asc`);
  const first = await productIds(page, 'tbody');
  expect(first).toHaveLength(25);
  await page.getByRole('link', { name: '다음 쪽' }).click();
  const second = await otherProducts(page, first);
  await page.reload();
  expect(await productIds(page, 'tbody')).toEqual(second);
  await page.getByRole('link', { name: '이전 쪽' }).click();
  await expect.poll(() => productIds(page, 'tbody')).toEqual(first);
  await page.getByRole('link', { name: '마지막 쪽' }).click();
  await otherProducts(page, [...first, ...second]);
  await expect(page.getByRole('link', { name: '다음 쪽' })).toHaveCount(0);

  await page.getByRole('searchbox', { name: '내 상품 검색' }).fill('zzqqxx');
  await page.getByRole('button', { name: '검색하기' }).click();
  await expect(page.getByRole('heading', { name: '조건에 맞는 상품이 없어요' })).toBeVisible();
  await expect(page).toHaveURL(/q=zzqqxx/);
  await page.getByRole('link', { name: '“zzqqxx” 없이 보기' }).click();
  await expect.poll(() => productIds(page, 'tbody')).toEqual(first);
});

test.describe('without scripts', { tag: '@mobile' }, () => {
  // The browser reports the scripts it does not load as refused.
  test.use({ javaScriptEnabled: false, allowed: [/^csp: .*\.js$/] });

  test('a merchant searches, filters and turns pages', async ({ page }) => {
    await signIn(page, 'merchant');
    await page.goto(TABLE);
    const sku = await skuOf(page.locator('tbody tr').first());
    await page.getByRole('searchbox', { name: '내 상품 검색' }).fill(sku);
    await page.getByRole('button', { name: '검색하기' }).click();
    await expect(page.getByText(sku).first()).toBeVisible();
    await page.getByRole('link', { name: '품절', exact: true }).click();
    await expect(page).toHaveURL(/view=sold-out/);
  });
});

test.describe('what another merchant sells', { tag: '@desktop' }, () => {
  test.use({ allowed: [/40[14]/] });

  test('cannot be opened, and a forged call changes nothing of it and says so', async ({ page, browser }) => {
    const foreign = await foreignProduct(browser);
    await signIn(page, 'merchant');
    expect((await page.goto(`${TABLE}/${foreign.id}`))?.status()).toBe(404);

    await page.goto(`${TABLE}?view=in-stock`);
    const [id] = await productIds(page);
    await forgeNextCall(page, id!, foreign.id);
    await tick(row(page, id!));
    await page.getByRole('button', { name: '품절로' }).click();
    await expect(page.getByText(/상품 1개는 바꾸지 못했어요/)).toBeVisible();
    await expect(row(page, id!)).toBeVisible();
    const shop = await page.request.get(`/shop/detail/${foreign.id}`);
    expect(await shop.text()).toContain('https://schema.org/InStock');
  });

  test('a change by somebody whose session has ended fails in words, and the row is as it was', async ({
    page,
  }) => {
    await signIn(page, 'merchant');
    await page.goto(`${TABLE}?view=in-stock`);
    const [id] = await productIds(page);
    const before = await row(page, id!).getByRole('spinbutton').inputValue();
    await tick(row(page, id!));
    await page.context().clearCookies();
    await page.getByRole('button', { name: '품절로' }).click();
    await expect(page.getByText(/로그인이 끝났으니/)).toBeVisible();
    await signIn(page, 'merchant');
    await page.goto(`${TABLE}?view=in-stock`);
    await expect(row(page, id!).getByRole('spinbutton')).toHaveValue(before);
  });
});

for (const query of ['', '?view=deleted', '?q=zzqqxx', '?view=sold-out&sort=sku-asc']) {
  test(`axe finds nothing serious on ${TABLE}${query}, chosen products included, and nothing is wider than the screen`, async ({
    page,
  }) => {
    await signIn(page, 'merchant');
    await page.goto(`${TABLE}${query}`);
    await expect(page.getByRole('heading', { level: 1, name: '상품 관리' })).toBeVisible();
    await expect(page.locator('tbody, main h2').first()).toBeAttached();
    const all = page.getByRole('checkbox', { name: '이 쪽의 상품 모두 선택' });
    if ((await all.count()) > 0) await all.check();
    const { violations } = await new AxeBuilder({ page }).analyze();
    const grave = violations.filter(
      ({ id, impact }) => impact === 'serious' || impact === 'critical' || id === 'heading-order',
    );
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1]!);
  });
}

test.describe('an English browser', { tag: '@desktop' }, () => {
  test.use({ locale: 'en-GB' });

  test('is answered in English', async ({ page }) => {
    await signIn(page, 'merchant');
    await page.goto(TABLE);
    await expect(page.getByRole('heading', { level: 1, name: 'Products' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Recently deleted' })).toBeVisible();
    await expect(page.getByText(/^\d+ products$/)).toBeVisible();
  });
});

const row = (page: Page, id: number) => page.locator(`tbody [data-product="${id}"]`);

const tick = (one: Locator) => one.getByRole('checkbox').check();

async function titleOf(one: Locator): Promise<string> {
  return (await one.getByRole('checkbox').getAttribute('aria-label'))!.replace(/ 선택$/, '');
}

async function skuOf(one: Locator): Promise<string> {
  const details = await one.getByText(/ · /).innerText();
  return details.split(' · ')[0]!;
}

/** A shopper, who is not signed in. */
async function anotherVisitor(browser: Browser): Promise<Page> {
  return (await browser.newContext({ locale: 'ko-KR' })).newPage();
}

/** One of the products that stands among another product's look-alikes, and the address of that one. */
async function recommendedOne(shopper: Page, ids: readonly number[]) {
  for (const id of ids) {
    for (const { id: other } of await similarOf(shopper, id)) {
      if ((await similarOf(shopper, other)).some((one) => one.id === id))
        return { id, seenFrom: `/shop/detail/${other}` };
    }
  }
  throw new Error('None of these products is recommended anywhere.');
}

async function similarOf(shopper: Page, id: number) {
  await shopper.goto(`/shop/detail/${id}`);
  return similarProducts(shopper);
}

async function lookAlikes(shopper: Page, address: string): Promise<number[]> {
  await shopper.goto(address);
  return (await similarProducts(shopper)).map(({ id }) => id);
}

/** Something in stock of another merchant. */
async function foreignProduct(browser: Browser): Promise<{ id: number }> {
  const other = await anotherVisitor(browser);
  await signIn(other, 'other-merchant');
  await other.goto(`${TABLE}?view=in-stock`);
  await expect(other.locator('tbody tr').first()).toBeVisible();
  const [id] = await productIds(other);
  await other.context().close();
  return { id: id! };
}

/** Has the page's next action call name another product than the one it means. */
async function forgeNextCall(page: Page, meant: number, forged: number): Promise<void> {
  await page.route(`**${TABLE}**`, async (route) => {
    const request = route.request();
    const body = request.postData();
    if (request.method() !== 'POST' || body === null) return route.continue();
    await route.continue({ postData: body.replaceAll(String(meant), String(forged)) });
  });
}

/** Waits until the table shows products, none of them among `before`; returns their numbers. */
async function otherProducts(page: Page, before: readonly number[]): Promise<number[]> {
  let shown: number[] = [];
  await expect(async () => {
    shown = await productIds(page, 'tbody');
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((id) => before.includes(id))).toEqual([]);
  }).toPass();
  return shown;
}
