import type { Page } from '@playwright/test';
import { expect, test } from './watched-page';

test(
  'the keyboard alone leads past the header to a product, through its pictures, and on to a look-alike',
  { tag: '@desktop' },
  async ({ page }) => {
    await page.goto('/shop/list?sort=rating');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: '본문으로 건너뛰기' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('#content')).toBeFocused();

    await tabTo(page, 'main [data-product]');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/shop\/detail\/\d+$/);

    await page.goto(await addressOfProductWithPictures(page));
    const gallery = page.getByRole('region', { name: '상품 사진' });
    await gallery.getByRole('group').focus();
    await page.keyboard.press('ArrowRight');
    await expect(gallery.getByRole('button', { name: '사진 2 보기' })).toHaveAttribute(
      'aria-current',
      'true',
    );
    await page.keyboard.press('ArrowLeft');
    await expect(gallery.getByRole('button', { name: '사진 1 보기' })).toHaveAttribute(
      'aria-current',
      'true',
    );

    await expect(page.locator('#similar [data-product]').first()).toBeVisible();
    await tabTo(page, '#similar [data-product]');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\?via=\d+$/);
  },
);

test(
  'what has the focus can be seen, also a step of the gallery that leads nowhere',
  { tag: '@desktop' },
  async ({ page }) => {
    await page.goto('/shop/list');
    await tabTo(page, 'main [data-product]');
    expect(await focusedStyle(page, 'outlineStyle')).toBe('solid');

    await page.goto(await addressOfProductWithPictures(page));
    await tabTo(page, 'button[aria-label="이전 사진"][aria-disabled="true"]');
    await expect.poll(() => focusedStyle(page, 'opacity')).toBe('1');
    expect(await focusedStyle(page, 'outlineStyle')).toBe('solid');
  },
);

test('a thumbnail shows its picture', { tag: '@mobile' }, async ({ page }) => {
  await page.goto(await addressOfProductWithPictures(page));
  const second = page.getByRole('button', { name: '사진 2 보기' });
  await second.click();
  await expect(second).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('img', { name: /사진 2\/\d/ })).toBeInViewport();
});

test(
  'a shopper chooses the language, keeps the page, and finds it again',
  { tag: '@mobile' },
  async ({ page }) => {
    await page.goto('/shop/list?sort=rating');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'All products' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page).toHaveURL('/shop/list?sort=rating');
    await expect(page).toHaveTitle('All products · Dalma');

    await page.goto('/shop/detail/3');
    await expect(page.getByRole('heading', { name: 'Similar products' })).toBeVisible();
    await page.getByRole('button', { name: '한국어' }).click();
    await expect(page.getByRole('heading', { name: '이 상품과 유사한 상품' })).toBeVisible();
  },
);

test.describe('an English browser', { tag: '@desktop' }, () => {
  test.use({ locale: 'en-GB' });

  test('is answered in English', async ({ page }) => {
    await page.goto('/shop/main');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('heading', { name: 'Today’s picks' })).toBeVisible();
  });
});

test.describe('without scripts', { tag: '@mobile' }, () => {
  // The browser reports the scripts it does not load as refused.
  test.use({ javaScriptEnabled: false, allowed: [/^csp: .*\.js$/] });

  test('searching and switching the language still work', async ({ page }) => {
    await page.goto('/shop/list');
    await page.getByRole('searchbox').fill('zzqqxx');
    await page.getByRole('button', { name: '검색' }).click();
    await expect(page).toHaveURL(/q=zzqqxx/);
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});

/** Presses Tab until something that matches has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((css) => document.activeElement?.matches(css), selector)) return;
  }
  throw new Error(`120 presses of Tab did not reach ${selector}.`);
}

/** A style of what has the focus, as it is drawn. */
async function focusedStyle(page: Page, name: 'outlineStyle' | 'opacity'): Promise<string> {
  return page.evaluate((style) => getComputedStyle(document.activeElement!)[style], name);
}

/** The first product from number 1 on that has more than one picture. */
async function addressOfProductWithPictures(page: Page): Promise<string> {
  for (let id = 1; id < 40; id++) {
    const answer = await page.request.get(`/shop/detail/${id}`);
    const html = await answer.text();
    if (html.includes('사진 2 보기')) return `/shop/detail/${id}`;
  }
  throw new Error('None of the first 40 products has two pictures.');
}
