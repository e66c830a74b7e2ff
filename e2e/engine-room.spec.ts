import AxeBuilder from '@axe-core/playwright';
import { signIn } from './sign-in';
import { expect, test } from './watched-page';

const ROOM = '/admin/index';

test.describe('an admin', () => {
  test.use({ locale: 'en-GB' });

  test('sees how search is doing: figures, charts that can be read as tables, processes, models', async ({
    page,
  }) => {
    await signIn(page, 'admin');
    await page.goto(ROOM);
    await expect(page.getByRole('heading', { level: 1, name: 'Engine room' })).toBeVisible();
    await expect(page.getByText('Products that can be found')).toBeVisible();
    for (const title of ['Searches per second', 'Time of a search', 'Pictures in the queue']) {
      const chart = page.getByRole('region', { name: title, exact: true }).first();
      await chart.getByText('Show as a table').click();
      await expect(chart.locator('details')).toHaveAttribute('open', '');
    }
    await expect(page.getByRole('rowheader', { name: /answers this page/ })).toHaveCount(1);
    await expect(page.getByRole('heading', { level: 3, name: /vgg16-dalma-2 in use present/ })).toBeVisible();
    await expect(page.getByText('npm run model:fetch')).toBeVisible();
  });

  test('has a snapshot written', async ({ page }) => {
    await signIn(page, 'admin');
    await page.goto(ROOM);
    await page.getByRole('button', { name: 'Write snapshot' }).click();
    await expect(page.getByText(/A snapshot of .* is on disk/)).toBeVisible();
  });

  test('is asked before the index is made anew, and shoppers are answered meanwhile', async ({ page }) => {
    await signIn(page, 'admin');
    await page.goto(ROOM);
    await page.getByRole('button', { name: 'Rebuild index' }).click();
    const dialog = page.getByRole('dialog', { name: 'Make the index anew?' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole('button', { name: 'Rebuild index' }).click();
    await dialog.getByRole('button', { name: 'Make it anew' }).click();
    await expect(page.getByText('The present one goes on answering.')).toBeVisible();
    const health = await page.request.get('/health');
    expect(health.status()).toBe(200);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`finds nothing that axe calls serious, and no line too wide, in ${colorScheme}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await signIn(page, 'admin');
      await page.goto(ROOM);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      expect(widths[0]).toBeLessThanOrEqual(widths[1]!);
    });
  }
});

test.describe('a merchant', () => {
  test.use({ allowed: [/403/] });

  test('is refused, the page as well as its figures', async ({ page }) => {
    await signIn(page, 'merchant');
    const answer = await page.goto(ROOM);
    expect(answer?.status()).toBe(403);
    const figures = await page.request.get(`${ROOM}/status`);
    expect(figures.status()).toBe(403);
    expect(await figures.json()).toMatchObject({ error: { code: 'not-allowed' } });
  });
});

test('nobody who is not signed in is told anything', async ({ page }) => {
  const figures = await page.request.get(`${ROOM}/status`);
  expect(figures.status()).toBe(401);
});
