import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { SetupError } from '../services';

/** Signs in as the demo's merchant, whose password was made at its set-up. */
export async function signInAsMerchant(page: Page, address: string): Promise<void> {
  const { email, password } = merchant();
  await page.goto(new URL('/sign-in', address).href);
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('input[name=password]').press('Enter');
  await page.waitForURL('**/admin/**');
}

function merchant(): { readonly email: string; readonly password: string } {
  const file = process.env.DEMO_SECRETS ?? join('.data', 'secrets.json');
  const { accounts } = JSON.parse(readFileSync(file, 'utf8')) as {
    accounts: { as: string; email: string; password: string }[];
  };
  const found = accounts.find(({ as }) => as === 'merchant');
  if (!found) throw new SetupError(`${file} has no demo merchant: start the shop with npm run demo first.`);
  return found;
}
