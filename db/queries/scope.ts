import { eq, type AnyColumn, type SQL } from 'drizzle-orm';

/** Whose products an account may work on: one merchant's, or everybody's. */
export type Scope = { readonly merchantId: number } | 'all';

/**
 * The condition that keeps everybody to what is his to work on: part of every WHERE of the merchant's side.
 * @param merchantId the column that says whose a row is
 */
export function ownedBy(scope: Scope, merchantId: AnyColumn): SQL | undefined {
  return scope === 'all' ? undefined : eq(merchantId, scope.merchantId);
}
