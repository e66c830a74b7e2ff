import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import type { ShopPicture } from './shop-pictures';
import { expect } from './watched-page';

const run = promisify(execFile);

/** A signature as the browser sends it. */
export interface SentSignature {
  readonly modelId: string;
  readonly topFilters: readonly number[];
  readonly featureBits: string;
}

/** The preview's part of the form. */
export const preview = (page: Page): Locator => page.locator('[data-preview]');

/** Switches the preview on, on the page that registers a product. Nothing is uploaded there. */
export async function openPreview(page: Page): Promise<void> {
  await page.route('**/admin/uploads**', (route) => route.abort('aborted'));
  await page.goto('/admin/products/new');
  const control = preview(page).getByRole('switch');
  await expect(control).toHaveAttribute('aria-checked', 'false');
  await control.click();
}

export async function choosePictures(page: Page, files: readonly ShopPicture['file'][]): Promise<void> {
  await page.locator('#picture-files').setInputFiles([...files]);
}

/** The form anew, with the preview as it was left: what was chosen before would be offered as a draft. */
export async function startAfresh(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('button', { name: '버리고 새로 쓰기' }).click();
  await expect(preview(page)).toBeVisible();
}

/** Signatures that the page sends, in the order sent. */
export function sentSignatures(page: Page): SentSignature[] {
  const sent: SentSignature[] = [];
  page.on('request', (request) => {
    const body = request.headers()['next-action'] ? (request.postData() ?? '') : '';
    if (body.includes('featureBits')) sent.push((JSON.parse(body) as [SentSignature])[0]);
  });
  return sent;
}

/** What the server sees in the same files. */
export async function serverSignatures(files: readonly string[]): Promise<SentSignature[]> {
  const { stdout } = await run('npm', ['run', '--silent', 'model:describe', '--', ...files], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SentSignature);
}
