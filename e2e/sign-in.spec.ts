import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { credentials, signIn } from './sign-in';
import { expect, test } from './watched-page';

const WORDS = {
  'ko-KR': {
    title: '판매자 로그인',
    email: '이메일',
    password: '비밀번호',
    signIn: '로그인',
    signOut: '로그아웃',
    wrong: '이메일 또는 비밀번호가 맞지 않아요.',
    fill: '이 계정으로 채우기: 판매자',
    menu: '판매자 메뉴',
  },
  'en-GB': {
    title: 'Merchant sign-in',
    email: 'Email',
    password: 'Password',
    signIn: 'Sign in',
    signOut: 'Sign out',
    wrong: 'The email or the password is not right.',
    fill: 'Fill in this account: Merchant',
    menu: 'Merchant menu',
  },
} as const;

for (const locale of ['ko-KR', 'en-GB'] as const) {
  const words = WORDS[locale];
  test.describe(locale, () => {
    test.use({ locale });

    test('a merchant is asked who they are, comes back to where they were, and leaves again', async ({
      page,
    }) => {
      const { email, password, name } = credentials('merchant');
      await page.goto('/admin/products?sort=price-asc');
      await expect(page).toHaveURL(/\/sign-in\?next=%2Fadmin%2Fproducts%3Fsort%3Dprice-asc$/);
      await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible();
      await page.getByLabel(words.email, { exact: true }).fill(email);
      await page.getByLabel(words.password, { exact: true }).fill(password);
      await page.getByRole('button', { name: words.signIn, exact: true }).click();
      await expect(page).toHaveURL('/admin/products?sort=price-asc');
      await expect(page.getByText(name)).toBeVisible();
      await expect(page.getByRole('navigation', { name: words.menu })).toBeVisible();

      await page.getByRole('button', { name: words.signOut }).click();
      await expect(page).toHaveURL('/sign-in');
      await page.goto('/admin/products');
      await expect(page).toHaveURL(/\/sign-in\?next=/);
    });

    test('a wrong password and an unknown address are refused in the same words, and the address stays', async ({
      page,
    }) => {
      await page.goto('/sign-in');
      for (const email of [credentials('admin').email, 'nobody@dalma.example']) {
        await page.getByLabel(words.email, { exact: true }).fill(email);
        await page.getByLabel(words.password, { exact: true }).fill('not the password');
        await page.keyboard.press('Enter');
        await expect(page.getByLabel(words.password, { exact: true })).toHaveValue('');
        const alert = page.getByRole('alert').filter({ hasText: words.wrong });
        await expect(alert).toBeFocused();
        await expect(page.getByLabel(words.email, { exact: true })).toHaveValue(email);
      }
      expect(await violationsOf(page)).toEqual([]);
    });

    test('an account of the demo is filled in with one press, and the keyboard alone is enough', async ({
      page,
    }) => {
      await page.goto('/sign-in');
      await page.getByRole('button', { name: words.fill }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByLabel(words.email, { exact: true })).toHaveValue(credentials('merchant').email);
      await expect(page.getByRole('button', { name: words.signIn, exact: true })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL('/admin/products');
    });
  });
}

test('the sign-in page has no serious accessibility violation in either theme, and fits the screen', async ({
  page,
}) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/sign-in');
    expect(await violationsOf(page), colorScheme).toEqual([]);
  }
  const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content).toBeLessThanOrEqual(screen!);
});

test(
  'the session’s cookie is out of reach of scripts and other sites',
  { tag: '@desktop' },
  async ({ page }) => {
    await signIn(page, 'merchant');
    const cookies = await page.context().cookies();
    const session = cookies.find(({ name }) => name.includes('session_token'));
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    expect(await page.evaluate(() => document.cookie)).not.toContain('session');
  },
);

test('a link to the sign-in page leads to no other site', { tag: '@mobile' }, async ({ page }) => {
  for (const next of ['//evil.example', '/\\evil.example']) {
    await signIn(page, 'merchant', next);
    await expect(page).toHaveURL('/admin/products');
    await page.context().clearCookies();
  }
});

test(
  'whoever is signed in is not asked again, and pages of merchants are neither kept nor found by search engines',
  { tag: '@desktop' },
  async ({ page }) => {
    await signIn(page, 'merchant');
    const answer = await page.goto('/sign-in?next=/admin/products');
    await expect(page).toHaveURL('/admin/products');
    expect(answer?.headers()).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
    });
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex, nofollow');
    const robots = await page.request.get('/robots.txt');
    expect(await robots.text()).toMatch(/Disallow: \/admin\n[^]*Disallow: \/sign-in\n/);
  },
);

test(
  'there is no other way in: nobody signs up, and the library’s own addresses are not served',
  { tag: '@desktop' },
  async ({ page, baseURL }) => {
    const email = 'intruder@dalma.example';
    for (const path of ['sign-up/email', 'sign-in/email', 'get-session', 'update-user']) {
      const answer = await page.request.post(`/api/auth/${path}`, {
        headers: { origin: baseURL ?? '' },
        data: { email, password: 'four unrelated words', name: 'Intruder', role: 'admin' },
      });
      expect(answer.status(), path).toBe(404);
    }
  },
);

test.describe('without scripts', { tag: '@mobile' }, () => {
  // The browser reports the scripts it does not load as refused.
  test.use({ javaScriptEnabled: false, allowed: [/^csp: .*\.js$/] });

  test('one can sign in, and sees what was wrong', async ({ page }) => {
    const { email, password } = credentials('merchant');
    await page.goto('/sign-in?next=/admin/products');
    await page.getByLabel('이메일', { exact: true }).fill(email);
    await page.getByLabel('비밀번호', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: '로그인', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('맞지 않아요');
    await expect(page.getByLabel('이메일', { exact: true })).toHaveValue(email);
    await page.getByLabel('비밀번호', { exact: true }).fill(password);
    await page.getByRole('button', { name: '로그인', exact: true }).click();
    await expect(page).toHaveURL('/admin/products');
  });
});

/** What axe finds serious, and headings out of order, which it holds to be less so. */
async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ id, impact }) => impact === 'serious' || impact === 'critical' || id === 'heading-order')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
