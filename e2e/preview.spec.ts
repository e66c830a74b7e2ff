import { readFileSync, writeFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import {
  choosePictures,
  openPreview,
  preview,
  sentSignatures,
  serverSignatures,
  startAfresh,
  type SentSignature,
} from './preview-page';
import { shopPictures } from './shop-pictures';
import { credentials, signIn } from './sign-in';
import { expect, productIds, showIn, test } from './watched-page';

const SHELF = '/shop/list?sort=price-asc';
/** A network of 8 MB and a runtime of 14, on a busy machine. */
const SEEN = { timeout: 60_000 };
const MODEL = '**/models/*.onnx';
const { models } = JSON.parse(readFileSync('models/manifest.json', 'utf8')) as {
  models: { bytes: number }[];
};

test.beforeEach(() => test.setTimeout(180_000));

test('the network runs in the browser, isolated and in threads, and shows what it sees and what the picture stands next to', async ({
  page,
}) => {
  const [picture, other] = await shopPictures(page, SHELF, 2);
  await signIn(page, 'merchant');
  await openPreview(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await choosePictures(page, [picture!.file, other!.file]);
  await expect(preview(page).locator('[data-seen]')).toBeVisible(SEEN);
  await expect(preview(page).locator('[data-backend]')).toHaveAttribute('data-backend', 'wasm');
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  await expect(preview(page).locator('[data-backend]')).toHaveAttribute(
    'data-threads',
    String(Math.min(8, cores)),
  );
  const shown = preview(page).locator('[data-next-to] [data-product]');
  await expect(shown.first()).toBeVisible();
  expect((await productIds(page, '[data-preview] [data-next-to]'))[0]).toBe(picture!.product);

  await preview(page).getByRole('button', { name: other!.file.name }).click();
  await expect(
    preview(page).locator(`[data-seen="${other!.file.name}"] [data-next-to] li`).first(),
  ).toBeVisible(SEEN);
  expect((await productIds(page, '[data-preview] [data-next-to]'))[0]).toBe(other!.product);
});

test('who comes from the shop and signs in is isolated at once, without loading a page anew', async ({
  page,
}) => {
  await page.goto('/shop/list');
  await page.getByRole('contentinfo').locator('a[href="/admin"]').click();
  await page.waitForURL((url) => url.pathname === '/sign-in');
  const { email, password } = credentials('merchant');
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('input[name=password]').press('Enter');
  await page.waitForURL((url) => url.pathname.startsWith('/admin'), SEEN);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

test('filters are walked through with the keyboard, and the map says in words where each responds', async ({
  page,
}) => {
  const [picture] = await shopPictures(page, SHELF, 1);
  await signIn(page, 'merchant');
  await openPreview(page);
  await choosePictures(page, [picture!.file]);
  const list = preview(page).getByRole('listbox');
  await expect(list).toBeVisible(SEEN);
  await expect(list.getByRole('option')).toHaveCount(25);
  const filters = await list.getByRole('option').evaluateAll((all) => all.map((one) => one.dataset.filter));
  const words = preview(page).locator('[data-map-words]');
  await expect(words).toContainText(filters[0]!);

  await list.focus();
  await page.keyboard.press('ArrowRight');
  await expect(list.getByRole('option', { selected: true })).toHaveAttribute('data-filter', filters[1]!);
  await expect(words).toContainText(`${filters[1]}번`);
  await page.keyboard.press('End');
  await expect(words).toContainText(`${filters[24]}번`);
  await expect(words).toContainText(/위|아래|왼쪽|오른쪽|가운데/);

  const strip = preview(page).getByRole('slider');
  await strip.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(strip).toHaveAttribute('aria-valuenow', '1');
  await expect(strip).toHaveAttribute('aria-valuetext', /^필터 1, 세기 \d+%$/);
});

test('a picture that is sold already is found among one’s own, with a link, and not among others’', async ({
  page,
}) => {
  await signIn(page, 'merchant');
  // Oldest first: the newest are those that other journeys register and delete meanwhile.
  await page.goto('/admin/products?sort=oldest');
  const own = await page
    .locator('a[href^="/admin/products/"]')
    .evaluateAll((links) =>
      links
        .map((link) => Number(/\/admin\/products\/(\d+)$/.exec(link.getAttribute('href')!)?.[1]))
        .filter(Boolean),
    );
  const shelf = await shopPictures(page, SHELF, 8);
  const foreign = shelf.find(({ product }) => !own.includes(product))!;
  const mine = { product: own[0]!, file: await pictureOf(page, own[0]!) };
  await openPreview(page);
  await choosePictures(page, [mine.file]);
  const warning = preview(page).locator('[data-duplicates]');
  await expect(warning).toBeVisible(SEEN);
  await expect(warning.getByRole('link').first()).toHaveAttribute('href', `/admin/products/${mine.product}`);

  await startAfresh(page);
  await choosePictures(page, [foreign.file]);
  await expect(preview(page).locator('[data-next-to]')).toBeVisible(SEEN);
  await expect(warning.locator(`a[href="/admin/products/${foreign.product}"]`)).toHaveCount(0);
});

test('in both languages and themes nothing serious is wrong for who cannot see it', async ({ page }) => {
  const [picture] = await shopPictures(page, SHELF, 1);
  await signIn(page, 'merchant');
  await openPreview(page);
  await choosePictures(page, [picture!.file]);
  await expect(preview(page).locator('[data-next-to] li').first()).toBeVisible(SEEN);
  for (const colorScheme of ['light', 'dark'] as const) {
    await showIn(page, colorScheme);
    const { violations } = await new AxeBuilder({ page }).include('[data-preview]').analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  }
  await startAfresh(page);
  await page.context().addCookies([{ name: 'locale', value: 'en', url: page.url() }]);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'See what the network sees' })).toBeVisible();
  await expect(preview(page).getByRole('switch')).toHaveAttribute('aria-checked', 'true');
});

test.describe('kept and lost', { tag: '@desktop' }, () => {
  test('the network is downloaded once, and not again on the next visit', async ({ page }) => {
    let downloads = 0;
    page.on('request', (request) => {
      if (/\/models\/\w+\.onnx$/.test(request.url())) downloads++;
    });
    await signIn(page, 'merchant');
    await openPreview(page);
    const status = preview(page).locator('[data-backend]');
    await expect(status).toHaveAttribute('data-kept', 'false', SEEN);
    await page.reload();
    await expect(status).toHaveAttribute('data-kept', 'true', SEEN);
    expect(downloads).toBe(1);
  });
});

test.describe('when it cannot run', { tag: '@desktop' }, () => {
  test.use({ allowed: [/models\/\w+\.onnx|\/ort\/|ERR_FAILED/] });

  test('a download that fails says so in a sentence, the form goes on, and a retry works', async ({
    page,
  }) => {
    const [picture] = await shopPictures(page, SHELF, 1);
    await signIn(page, 'merchant');
    await page.context().route(MODEL, (route) => route.abort());
    await openPreview(page);
    const alert = preview(page).getByRole('alert');
    await expect(alert).toHaveAttribute('data-failure', 'download-failed', SEEN);
    await expect(alert).toContainText('등록은 그대로 할 수 있어요');
    await expect(page.getByRole('button', { name: '등록하기' })).toBeEnabled();
    await page.context().unroute(MODEL);
    await choosePictures(page, [picture!.file]);
    await alert.getByRole('button').click();
    await expect(preview(page).locator('[data-next-to] li').first()).toBeVisible(SEEN);
  });

  for (const [what, answer, code] of [
    ['a network that is not on the server', { status: 404, body: '' }, 'model-missing'],
    ['other bytes than the network', { status: 200, body: 'x'.repeat(models[0]!.bytes) }, 'wrong-checksum'],
    ['a network that is cut off', { status: 200, body: 'x'.repeat(1000) }, 'download-failed'],
  ] as const) {
    test(`${what} is said so`, async ({ page }) => {
      await signIn(page, 'merchant');
      await page.context().route(MODEL, (route) => route.fulfill(answer));
      await openPreview(page);
      await expect(preview(page).getByRole('alert')).toHaveAttribute('data-failure', code, SEEN);
    });
  }

  test('a runtime that cannot be had is said so', async ({ page }) => {
    await signIn(page, 'merchant');
    await page.context().route('**/ort/**', (route) => route.abort());
    await openPreview(page);
    await expect(preview(page).getByRole('alert')).toHaveAttribute('data-failure', 'runtime-missing', SEEN);
  });

  test('a browser without WebAssembly is told so, and nothing is downloaded', async ({ page }) => {
    await signIn(page, 'merchant');
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
    await openPreview(page);
    await expect(preview(page).getByRole('alert')).toHaveAttribute('data-failure', 'no-webassembly', SEEN);
    await expect(page.getByRole('button', { name: '등록하기' })).toBeEnabled();
  });

  test('a page that is not isolated does with one thread', async ({ page }) => {
    await signIn(page, 'merchant');
    await page.route('**/admin/products/new', async (route) => {
      if (route.request().resourceType() !== 'document') return route.continue();
      const answer = await route.fetch();
      const headers = Object.entries(answer.headers()).filter(([name]) => !name.startsWith('cross-origin-'));
      await route.fulfill({ response: answer, headers: Object.fromEntries(headers) });
    });
    await openPreview(page);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    await expect(preview(page).locator('[data-backend]')).toHaveAttribute('data-threads', '1', SEEN);
  });
});

test.describe('browser and server', { tag: '@desktop' }, () => {
  const PICTURES = 40;
  const AT_ONCE = 10;

  test('see the same: 24 of 25 filters and 99 % of the feature bits on average, over pictures of the shop', async ({
    page,
  }, info) => {
    test.setTimeout(600_000);
    const pictures = await shopPictures(page, `${SHELF}&page=2`, 20);
    pictures.push(...(await shopPictures(page, '/shop/list?sort=newest', 20)));
    expect(pictures).toHaveLength(PICTURES);
    const files = pictures.map(({ file }, i) => {
      const path = info.outputPath(`${i}.webp`);
      writeFileSync(path, file.buffer);
      return path;
    });
    const expected = await serverSignatures(files);
    await signIn(page, 'merchant');
    await openPreview(page);
    const found = sentSignatures(page);
    for (let from = 0; from < PICTURES; from += AT_ONCE) {
      await choosePictures(
        page,
        pictures.slice(from, from + AT_ONCE).map(({ file }, i) => ({ ...file, name: `${from + i}.webp` })),
      );
      await expect.poll(() => found.length, { timeout: 120_000 }).toBe(from + AT_ONCE);
      await startAfresh(page);
    }
    const filters = mean(found.map((one, i) => sharedFilters(one, expected[i]!)));
    const bits = mean(found.map((one, i) => sharedBits(one, expected[i]!)));
    info.annotations.push({
      type: 'agreement',
      description: `${filters} of 25 filters, ${100 * bits} % of bits`,
    });
    console.log(
      `Browser and server agree in ${filters.toFixed(2)} of 25 filters, ${(100 * bits).toFixed(2)} % of bits.`,
    );
    expect(filters).toBeGreaterThanOrEqual(24);
    expect(bits).toBeGreaterThanOrEqual(0.99);
  });
});

function sharedFilters(a: SentSignature, b: SentSignature): number {
  const known = new Set(b.topFilters.slice(0, 25));
  return a.topFilters.slice(0, 25).filter((filter) => known.has(filter)).length;
}

function sharedBits(a: SentSignature, b: SentSignature): number {
  const [left, right] = [Buffer.from(a.featureBits, 'base64'), Buffer.from(b.featureBits, 'base64')];
  const differing = left.reduce((count, byte, i) => count + ones(byte ^ right[i]!), 0);
  return 1 - differing / (8 * left.length);
}

const ones = (byte: number) => byte.toString(2).replaceAll('0', '').length;
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

async function pictureOf(page: Page, product: number) {
  const html = await (await page.request.get(`/shop/detail/${product}`)).text();
  const address = /property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? '';
  const answer = await page.request.get(new URL(address).pathname);
  return { name: `own-${product}.webp`, mimeType: 'image/webp', buffer: await answer.body() };
}
