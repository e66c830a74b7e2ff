import { headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { currentAccount } from '@/lib/auth/current-account';
import { ownPath, PATH_HEADER, signInHref } from '@/lib/auth/own-path';
import type { Account } from '@/lib/auth/types';
import { AccessError } from '@/lib/errors';

/** For pages and layouts: who is signed in, or else off to the sign-in page, and back here afterwards. */
export async function pageAccount(): Promise<Account> {
  const account = await currentAccount();
  if (account) return account;
  redirect(signInHref(ownPath((await headers()).get(PATH_HEADER))));
}

/** For pages and layouts of admins; anybody else who is signed in sees the page that says so (HTTP 403). */
export async function pageAdmin(): Promise<Account> {
  const account = await pageAccount();
  if (account.role !== 'admin') forbidden();
  return account;
}

/** For server actions and route handlers. @throws AccessError `not-signed-in` */
export async function requireAccount(): Promise<Account> {
  const account = await currentAccount();
  if (!account) throw new AccessError('not-signed-in', 'Nobody is signed in: sign in and try again.');
  return account;
}

/** For server actions and route handlers of admins. @throws AccessError `not-signed-in` or `not-allowed` */
export async function requireAdmin(): Promise<Account> {
  const account = await requireAccount();
  if (account.role !== 'admin') throw new AccessError('not-allowed', 'Only an admin may do this.');
  return account;
}
