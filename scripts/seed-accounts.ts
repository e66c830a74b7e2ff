import type { DemoCatalogue } from '@/db/seed/types';
import { addAccount, changePassword, passwordFits } from '@/lib/auth/accounts';
import { demoAccounts, type DemoAccount } from '@/lib/auth/demo-accounts';

/** Makes the demo's accounts, with the passwords that its sign-in page shows. Outside a demo there are none. */
export async function seedAccounts(catalogue: DemoCatalogue): Promise<number> {
  const accounts = await demoAccounts();
  const [largest = '', second = ''] = shopsBySize(catalogue);
  for (const account of accounts) await put(account, account.as === 'merchant' ? largest : second);
  return accounts.length;
}

async function put({ as, name, email, password }: DemoAccount, slug: string): Promise<void> {
  const fits = await passwordFits(email, password);
  if (fits === true) return;
  if (fits === false) return changePassword(email, password);
  const person = { name, email, password };
  await addAccount(
    as === 'admin' ? { role: 'admin', ...person } : { role: 'merchant', ...person, merchant: { slug } },
  );
}

/** Slugs, the shop with most products first. */
function shopsBySize({ merchants, products }: DemoCatalogue): string[] {
  const size = (slug: string) => products.filter((product) => product.merchantSlug === slug).length;
  return merchants.map(({ slug }) => slug).sort((a, b) => size(b) - size(a) || a.localeCompare(b));
}
