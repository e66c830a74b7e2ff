import type { Page } from '@playwright/test';
import { expect, productIds } from './watched-page';

/** A picture of the shop, as a file to upload. */
export interface ShopPicture {
  /** The product whose card it is on. */
  readonly product: number;
  readonly file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };
}

/** The first picture of each of the first products of a list. */
export async function shopPictures(page: Page, list: string, count: number): Promise<ShopPicture[]> {
  await page.goto(list);
  await expect(page.locator('main [data-product]').nth(count - 1)).toBeVisible();
  const ids = (await productIds(page)).slice(0, count);
  return Promise.all(ids.map(async (product) => ({ product, file: await fileOf(page, product) })));
}

async function fileOf(page: Page, product: number): Promise<ShopPicture['file']> {
  const html = await (await page.request.get(`/shop/detail/${product}`)).text();
  const address = /property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? '';
  const answer = await page.request.get(new URL(address).pathname);
  expect(answer.status()).toBe(200);
  return { name: `product-${product}.webp`, mimeType: 'image/webp', buffer: await answer.body() };
}
