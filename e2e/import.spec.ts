import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { signIn } from './sign-in';
import { expect, showIn, test } from './watched-page';

test('a file with a bad row is checked, its error file handed out, its good row goes in, and again it changes nothing', async ({
  page,
}) => {
  await signIn(page, 'merchant', '/admin/import');
  const [header = '', first = ''] = (await exported(page)).split('\r\n');
  const [sku, , ...rest] = first.split(',');
  const title = `가져온상품${Date.now().toString(36)}`;
  const file = [header, [sku, title, ...rest].join(','), 'bad-row,제목,Title,,,nowhere,abc,1,,'].join('\r\n');
  await send(page, file);
  await expect(page.getByRole('status').filter({ hasText: '확인 완료' })).toBeVisible();
  await expect(page.getByRole('table')).toContainText('“nowhere” 카테고리가 없어요');
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '오류 파일 내려받기' }).click();
  const errors = await readFile(await (await download).path(), 'utf8');
  expect(errors).toContain('bad-row');
  expect(errors).toContain('0 이상의 정수로 적어 주세요');
  await page.getByRole('button', { name: '올바른 1줄 가져오기' }).click();
  await expect(page.getByRole('status').filter({ hasText: /^완료/ })).toBeVisible();
  await page.goto(`/shop/list?q=${encodeURIComponent(title)}`);
  await expect(page.locator('[data-product]')).toHaveCount(1);
  await page.goto('/admin/import');
  await send(page, file);
  await page.getByRole('button', { name: '올바른 1줄 가져오기' }).click();
  await expect(page.getByText('그대로인 상품')).toBeVisible();
  await expect(
    page.locator('dt', { hasText: '그대로인 상품' }).locator('xpath=following-sibling::dd'),
  ).toHaveText('1');
});

test.describe('a file on its way', { tag: '@desktop' }, () => {
  test.use({ allowed: [/net::ERR/] });

  test('is asked about before the page is left, and can be cancelled, after which another can be sent', async ({
    page,
  }) => {
    await signIn(page, 'merchant', '/admin/import');
    const held = page.waitForRequest('**/admin/import/uploads');
    await page.route('**/admin/import/uploads', () => {});
    await choose(page, 'sku\r\n');
    const request = await held;
    const questions: string[] = [];
    page.once('dialog', (dialog) => {
      questions.push(dialog.message());
      void dialog.dismiss();
    });
    await page.getByRole('link', { name: '상품', exact: true }).first().click();
    expect(questions).toEqual([expect.stringContaining('이 페이지를 떠날까요?')]);
    expect(new URL(page.url()).pathname).toBe('/admin/import');

    const cutOff = page.waitForEvent('requestfailed', (one) => one.url() === request.url());
    await page.getByRole('button', { name: '보내기 취소' }).click();
    await cutOff;
    await expect(page.getByText('보내기를 취소했어요')).toBeVisible();
    await expect(page.locator('button', { hasText: '파일 고르기' })).toBeFocused();

    await page.unroute('**/admin/import/uploads');
    await send(page, 'sku\r\n');
  });

  test('is cut off when its page is left all the same', async ({ page }) => {
    await signIn(page, 'merchant', '/admin/import');
    const held = page.waitForRequest('**/admin/import/uploads');
    await page.route('**/admin/import/uploads', () => {});
    await choose(page, 'sku\r\n');
    await held;
    page.once('dialog', (dialog) => void dialog.accept());
    const cutOff = page.waitForEvent('requestfailed', (one) => one.url().endsWith('/admin/import/uploads'));
    await page.getByRole('link', { name: '상품', exact: true }).first().click();
    await cutOff;
  });
});

test('the import page has no serious accessibility violation in either theme and fits the screen', async ({
  page,
}) => {
  await signIn(page, 'merchant', '/admin/import');
  await expectAccessible(page);
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(widths[0]).toBeLessThanOrEqual(widths[1]!);
});

test.describe('another merchant’s import', { tag: '@desktop' }, () => {
  test.use({ allowed: [/404/] });

  test('is as unknown as one that does not exist: its page, its state, its errors, and the whole catalogue', async ({
    page,
    browser,
  }) => {
    await signIn(page, 'merchant', '/admin/import');
    await send(page, 'sku,title_ko,title_en,category,price_krw,stock\r\nforeign,제목,Title,nowhere,abc,1');
    const run = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await expect(page.getByRole('link', { name: '오류 파일 내려받기' })).toBeVisible();
    const merchants = await allMerchants(browser);

    await page.context().clearCookies();
    await signIn(page, 'other-merchant', '/admin/import');
    for (const way of ['', '/status', '/errors']) {
      const theirs = await answerAbout(page, run, way);
      expect(theirs, way).toMatch(/^404 /);
      expect(theirs, way).toBe(await answerAbout(page, UNKNOWN, way));
    }
    const statuses = await Promise.all(
      [...merchants, UNKNOWN].map((id) => statusOf(page, `/admin/import/export?merchant=${id}`)),
    );
    expect(statuses.toSorted()).toEqual([200, ...merchants.map(() => 404)]);
  });
});

/** The number of no import and no merchant. */
const UNKNOWN = '4000000000';

/** The numbers of all merchants, as an admin can choose them. */
async function allMerchants(browser: Browser): Promise<number[]> {
  const page = await browser.newPage();
  await signIn(page, 'admin', '/admin/import');
  const options = page.locator('select[name=merchant] option');
  await expect(options.nth(1)).toBeAttached();
  const values = await options.evaluateAll((all) =>
    all.map((one) => Number((one as HTMLOptionElement).value)),
  );
  await page.context().close();
  // Both forms of the page offer the same.
  return [...new Set(values)];
}

async function statusOf(page: Page, address: string): Promise<number> {
  return (await page.request.get(address)).status();
}

/** What is answered about a run, without its number; of a page only the status, as no two are the same. */
async function answerAbout(page: Page, id: string, way: string): Promise<string> {
  const answer = await page.request.get(`/admin/import/${id}${way}`);
  return `${answer.status()} ${way === '' ? '' : (await answer.text()).replaceAll(id, 'ID')}`;
}

async function exported(page: Page): Promise<string> {
  const answer = await page.request.get('/admin/import/export');
  expect(answer.status()).toBe(200);
  return (await answer.text()).replace(/^\uFEFF/, '');
}

async function send(page: Page, text: string): Promise<void> {
  await choose(page, text);
  await page.waitForURL(/\/admin\/import\/\d+/);
}

async function choose(page: Page, text: string): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '상품.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
}

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await showIn(page, colorScheme);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id }) => id)).toEqual([]);
  }
}
