import { and, eq, lt, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '@/db';
import { saveToken, type SaveTokenRow } from '@/db/schema';

/**
 * Notes that a form is being saved. Somebody who does so with the same token waits until this transaction has ended.
 * @throws the server's ER_DUP_ENTRY if it was saved before
 */
export async function insertToken(tx: Transaction, merchantId: number, token: string): Promise<void> {
  const nothingYet = { productId: 0, inputSha256: '' };
  await tx.insert(saveToken).values({ merchantId, token, ...nothingYet, createdAt: sql`utc_timestamp(3)` });
}

/** Notes which product has come of it, and of which input. */
export async function noteProduct(
  tx: Transaction,
  merchantId: number,
  token: string,
  productId: number,
  inputSha256: string,
): Promise<void> {
  await tx.update(saveToken).set({ productId, inputSha256 }).where(is(merchantId, token));
}

/** What was saved with the token; undefined if nothing was. */
export async function tokenRow(
  db: Queryable,
  merchantId: number,
  token: string,
): Promise<SaveTokenRow | undefined> {
  const [row] = await db.select().from(saveToken).where(is(merchantId, token));
  return row;
}

export async function deleteOldTokens(db: Queryable, ageMs: number): Promise<void> {
  const age = sql`utc_timestamp(3) - interval ${Math.round(ageMs * 1_000)} microsecond`;
  await db.delete(saveToken).where(lt(saveToken.createdAt, age));
}

function is(merchantId: number, token: string) {
  return and(eq(saveToken.merchantId, merchantId), eq(saveToken.token, token));
}
