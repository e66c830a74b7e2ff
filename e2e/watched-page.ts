import { expect, test as base, type Page } from '@playwright/test';

/** A page that fails its test when the browser complains: errors in the console, broken requests, exceptions. */
export const test = base.extend<{ allowed: RegExp[] }>({
  /** Complaints the test provokes on purpose. */
  allowed: async ({}, provide) => provide([]),
  page: async ({ page, allowed }, provide) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`console: ${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
    });
    page.on('requestfailed', (request) => {
      // A page that is left drops the requests it no longer needs.
      const reason = request.failure()?.errorText ?? '';
      if (reason !== 'net::ERR_ABORTED') complaints.push(`${reason}: ${request.url()}`);
    });
    await provide(page);
    expect(complaints.filter((complaint) => !allowed.some((pattern) => pattern.test(complaint)))).toEqual([]);
  },
});

export { expect };

/** Shows the page in light or dark, without motion, and waits until no colour is on its way any more. */
export async function showIn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise((drawn) => requestAnimationFrame(drawn));
    const changes = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(changes.map((one) => one.finished));
  });
}

/** Numbers of the products whose cards are in this part of the page, in order. */
export async function productIds(page: Page, within = 'main'): Promise<number[]> {
  const cards = page.locator(`${within} [data-product]`);
  return cards.evaluateAll((all) => all.map((card) => Number(card.getAttribute('data-product'))));
}

/** Waits until the look-alikes have streamed in, and returns their numbers and similarities. */
export async function similarProducts(page: Page): Promise<{ id: number; similarity: number }[]> {
  const cards = page.locator('#similar [data-product]');
  await expect(cards.first()).toBeVisible();
  return cards.evaluateAll((all) =>
    all.map((card) => ({
      id: Number(card.getAttribute('data-product')),
      similarity: Number(card.querySelector('[data-similarity]')?.getAttribute('data-similarity')),
    })),
  );
}

/** The number of the product whose page this is. */
export function productIdOf(page: Page): number {
  return Number(/\/shop\/detail\/(\d+)/.exec(page.url())?.[1]);
}
