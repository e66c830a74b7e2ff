import { expect, it } from 'vitest';
import { inScope, scopeOf } from '@/lib/auth/scope';
import type { Account } from '@/lib/auth/types';

const account = (part: Partial<Account>): Account => ({
  userId: 'u',
  name: 'Han',
  email: 'han@shop.example',
  role: 'merchant',
  merchantId: 3,
  ...part,
});

it('a merchant’s scope is their shop, and nobody else’s', () => {
  const scope = scopeOf(account({}));
  expect([inScope(scope, 3), inScope(scope, 4)]).toEqual([true, false]);
});

it('an admin’s scope is every shop', () => {
  expect(inScope(scopeOf(account({ role: 'admin', merchantId: null })), 4)).toBe(true);
});

it('a merchant without a shop has no scope, rather than everybody’s', () => {
  expect(() => scopeOf(account({ merchantId: null }))).toThrow('has no shop');
});
