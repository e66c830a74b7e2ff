import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumPath } from './test/chromium';

/*
 * npm run screenshots [-- http://localhost:3000]
 * Takes the README's pictures from the running demo.
 */
const FOLDER = 'docs/screenshots';
const LARGEST_BYTES = 400_000;
const DESK = { width: 1440, height: 1000 };
const PHONE = { width: 390, height: 844 };

const address = process.argv[2] ?? 'http://localhost:3000';
mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: await chromiumPath(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const product = await firstProduct(browser);
  await take(browser, 'main', '/shop/main', DESK, 'en');
  await take(browser, 'list', '/shop/list', DESK, 'en');
  await take(browser, 'detail', product, { ...DESK, height: 1500 }, 'en');
  const picture = await pictureOf(browser, product);
  await take(browser, 'register', '/admin/products/new', { ...DESK, height: 1500 }, 'en', (page) =>
    register(page, picture),
  );
  await take(browser, 'phone-main', '/shop/main', PHONE, 'ko');
  await take(browser, 'phone-detail', product, { ...PHONE, height: 1700 }, 'ko');
} finally {
  await browser.close();
}

/** The product the main page compares others with. */
async function firstProduct(on: Browser): Promise<string> {
  const page = await on.newPage();
  await page.goto(new URL('/shop/main', address).href);
  const href = await page.locator('main a[href^="/shop/detail/"]').first().getAttribute('href');
  await page.close();
  if (!href) throw new Error(`The shop at ${address} shows no product: is its catalogue seeded?`);
  return href;
}

/** The largest size of the product's first picture. */
async function pictureOf(on: Browser, product: string): Promise<Buffer> {
  const page = await on.newPage();
  await page.goto(new URL(product, address).href);
  const source = await page.locator('main img[src*="/media/"]').first().getAttribute('src');
  const bytes = await (await page.request.get(new URL(source ?? '', address).href)).body();
  await page.close();
  return bytes;
}

/** Signs in as the demo's merchant, and fills the form as far as a product that is not saved yet. */
async function register(page: Page, picture: Buffer): Promise<void> {
  await page.getByRole('button', { name: 'Fill in this account' }).first().click();
  await page.locator('input[name=password]').press('Enter');
  await page.locator('#picture-files').setInputFiles({
    name: 'picture.webp',
    mimeType: 'image/webp',
    buffer: picture,
  });
  await page.getByRole('switch').click();
  await page.locator('[data-preview] [data-product]').first().waitFor();
  await page.waitForLoadState('networkidle');
}

async function take(
  on: Browser,
  name: string,
  path: string,
  viewport: { width: number; height: number },
  locale: 'ko' | 'en',
  prepare?: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await on.newContext({ viewport, locale, deviceScaleFactor: viewport.width < 500 ? 2 : 1 });
  await context.addCookies([{ name: 'locale', value: locale, url: address }]);
  const page = await context.newPage();
  await page.goto(new URL(path, address).href, { waitUntil: 'networkidle' });
  await prepare?.(page);
  await picturesShown(page);
  const file = join(FOLDER, `${name}.jpg`);
  for (const quality of [85, 75, 65, 50, 35]) {
    await page.screenshot({ path: file, type: 'jpeg', quality, animations: 'disabled' });
    if (statSync(file).size < LARGEST_BYTES) break;
  }
  console.log(`${file}  ${Math.round(statSync(file).size / 1000)} kB`);
  await context.close();
}

async function picturesShown(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.images]
      .filter((image) => image.getBoundingClientRect().top < window.innerHeight)
      .every((image) => image.complete),
  );
}
