import { and, eq, lt, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '@/db';
import { saveToken } from '@/db/schema';

/**
 * Notes that a form is being saved. Somebody who does so with the same token waits until this transaction has ended.
 * @throws the server's ER_DUP_ENTRY if it was saved before
 */
export async function insertToken(tx: Transaction, merchantId: number, token: string): Promise<void> {
  await tx.insert(saveToken).values({ merchantId, token, productId: 0, createdAt: sql`utc_timestamp(3)` });
}

/** Notes which product has come of it. */
export async function noteProduct(
  tx: Transaction,
  merchantId: number,
  token: string,
  productId: number,
): Promise<void> {
  await tx.update(saveToken).set({ productId }).where(is(merchantId, token));
}

/** The product that was saved with the token; undefined if none was. */
export async function productOfToken(
  db: Queryable,
  merchantId: number,
  token: string,
): Promise<number | undefined> {
  const [row] = await db
    .select({ productId: saveToken.productId })
    .from(saveToken)
    .where(is(merchantId, token));
  return row?.productId;
}

export async function deleteOldTokens(db: Queryable, ageMs: number): Promise<void> {
  const age = sql`utc_timestamp(3) - interval ${Math.round(ageMs * 1_000)} microsecond`;
  await db.delete(saveToken).where(lt(saveToken.createdAt, age));
}

function is(merchantId: number, token: string) {
  return and(eq(saveToken.merchantId, merchantId), eq(saveToken.token, token));
}
