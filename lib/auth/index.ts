export { currentAccount, currentSession } from '@/lib/auth/current-account';
export { demoAccounts, type DemoAccount } from '@/lib/auth/demo-accounts';
export { pageAccount, pageAdmin, requireAccount, requireAdmin } from '@/lib/auth/guards';
export { FIRST_PAGE, ownPath } from '@/lib/auth/own-path';
export { requireSameOrigin } from '@/lib/auth/same-origin';
export { inScope, scopeOf } from '@/lib/auth/scope';
export { dueForRenewal, renewSession, signIn, signOut } from '@/lib/auth/sign-in';
export type { Account, Role, Scope } from '@/lib/auth/types';
