import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

export type Person = 'merchant' | 'other-merchant' | 'admin';

interface Credentials {
  readonly as: Person;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Signs the browser in through the page, in whichever language it is, and waits for the merchants' side. */
export async function signIn(page: Page, person: Person, next = '/admin/products'): Promise<void> {
  const { email, password } = credentials(person);
  await page.goto(`/sign-in?${new URLSearchParams({ next })}`);
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('input[name=password]').press('Enter');
  await page.waitForURL((url) => url.pathname.startsWith('/admin'), { timeout: 60_000 });
}

/** The accounts of the shop under test, made with it: their file is DEMO_SECRETS. */
export function credentials(person: Person): Credentials {
  const file = process.env.DEMO_SECRETS ?? '.data/secrets.json';
  const { accounts } = JSON.parse(readFileSync(file, 'utf8')) as { accounts: Credentials[] };
  const found = accounts.find((account) => account.as === person);
  if (!found) throw new Error(`${file} has no account for ${person}: use the shop that npm test starts.`);
  return found;
}
