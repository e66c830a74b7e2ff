import type { Account, Scope } from '@/lib/auth/types';
import { AccessError } from '@/lib/errors';

/** Whose products the account may work on; goes into the WHERE of every query and write of the merchant's side. */
export function scopeOf(account: Account): Scope {
  if (account.role === 'admin') return 'all';
  if (account.merchantId === null) {
    throw new AccessError('not-allowed', 'This account has no shop: ask an admin to give it one.');
  }
  return { merchantId: account.merchantId };
}

export function inScope(scope: Scope, merchantId: number): boolean {
  return scope === 'all' || scope.merchantId === merchantId;
}
