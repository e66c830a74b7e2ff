import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, showIn, test } from './watched-page';

const PAGES = [
  '/shop/main',
  '/shop/list',
  '/shop/list?q=zzqqxx',
  '/shop/detail/3',
  '/shop/detail/9?via=3.4',
  '/shop/detail/4000000000',
];

test.use({ allowed: [/404.*\/shop\/detail\/4000000000/] });

for (const path of PAGES) {
  test(`${path} has no serious accessibility violation in either theme, and skips no level of headings`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await open(page, path);
    expect(await violationsOf(page), 'light').toEqual([]);
    await showIn(page, 'dark');
    expect(await violationsOf(page), 'dark').toEqual([]);
  });

  test(`${path} fits the screen's width and all its pictures load`, async ({ page }) => {
    await open(page, path);
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1]!);
    await expect.poll(() => picturesMissing(page), { timeout: 30_000 }).toEqual([]);
  });
}

/** What axe finds serious, and headings out of order, which it holds to be less so. */
async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ id, impact }) => impact === 'serious' || impact === 'critical' || id === 'heading-order')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

/** Addresses of the pictures that have not arrived; those further down are asked for as if they were in view. */
async function picturesMissing(page: Page): Promise<string[]> {
  return page.locator('img').evaluateAll((pictures: HTMLImageElement[]) => {
    for (const picture of pictures) picture.loading = 'eager';
    return pictures.filter((one) => !one.complete || one.naturalWidth === 0).map((one) => one.src);
  });
}

/** Opens a page and waits until everything that streams has arrived. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /찾고 있어요|불러오는 중/ })).toHaveCount(0);
}

test('pictures keep their place: nothing on the product page moves while it loads', async ({ page }) => {
  await page.addInitScript(() => {
    (window as { shifts?: number }).shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
        };
        if (!hadRecentInput) (window as { shifts?: number }).shifts! += value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('/shop/detail/3');
  await expect(page.locator('#similar [data-product]').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => (window as { shifts?: number }).shifts)).toBeLessThan(0.1);
});

test.describe('on any screen', { tag: '@desktop' }, () => {
  test('pages carry what search engines and social cards read', async ({ page }) => {
    await page.goto('/shop/detail/3?via=1.2');
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    await expect(page).toHaveTitle(`${title} · 닮아`);
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/shop\/detail\/3$/);
    await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', title);
    const card = await page.locator('meta[property="og:image"]').first().getAttribute('content');
    expect((await page.request.get(new URL(card!).pathname)).headers()['content-type']).toBe('image/webp');
    const product = JSON.parse(await page.locator('script[type="application/ld+json"]').innerText());
    expect(product).toMatchObject({ '@type': 'Product', name: title, offers: { priceCurrency: 'KRW' } });
  });

  test('search engines are told where everything is', async ({ request }) => {
    expect(await (await request.get('/robots.txt')).text()).toContain('/sitemap.xml');
    const index = await (await request.get('/sitemap.xml')).text();
    expect(index).toContain('/sitemaps/products-0.xml');
    expect(await (await request.get('/sitemaps/products-0.xml')).text()).toContain('/shop/detail/3<');
    expect((await request.get('/sitemaps/products-999.xml')).status()).toBe(404);
  });

  test('answers carry the headers that protect a visitor, and do not name the server', async ({
    request,
  }) => {
    const headers = (await request.get('/shop/main')).headers();
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
    expect(headers['x-powered-by']).toBeUndefined();
  });

  test('health says that similar products can be found', async ({ request }) => {
    const answer = await request.get('/health');
    expect(answer.status()).toBe(200);
    expect(await answer.json()).toMatchObject({ status: 'ok', index: { state: 'ready' } });
  });
});
