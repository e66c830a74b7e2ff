export { currentAccount } from '@/lib/auth/current-account';
export { pageAccount, pageAdmin, requireAccount, requireAdmin } from '@/lib/auth/guards';
export { requireSameOrigin } from '@/lib/auth/same-origin';
export { inScope, scopeOf } from '@/lib/auth/scope';
export type { Account, Role, Scope } from '@/lib/auth/types';
