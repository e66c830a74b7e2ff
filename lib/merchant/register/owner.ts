import type { Scope } from '@/lib/auth/types';

/** The merchant a scope is confined to; undefined for an admin's. */
export function ownerOf(scope: Scope): number | undefined {
  return scope === 'all' ? undefined : scope.merchantId;
}
