import { asc, desc, eq, gt, sql } from 'drizzle-orm';
import type { Database, Queryable, Transaction } from '@/db';
import { changeLog, changeTicket } from '@/db/schema';

/**
 * Takes the next numbers for `productIds` and writes their log rows. Must be the last thing a transaction does:
 * from here to its commit every other writer waits.
 * @returns the greatest number written
 */
export async function appendChanges(
  tx: Transaction,
  productIds: readonly number[],
  at: Date,
): Promise<number> {
  const count = productIds.length;
  const [taken] = await tx
    .update(changeTicket)
    .set({ seq: sql`last_insert_id(${changeTicket.seq} + ${count})` });
  if (taken.affectedRows !== 1) {
    throw new Error('The table change_ticket should hold one row and does not. Run `npm run db:migrate`.');
  }
  const last = taken.insertId;
  await tx
    .insert(changeLog)
    .values(productIds.map((productId, i) => ({ seq: last - count + 1 + i, productId, at })));
  return last;
}

/** The greatest number whose change is committed; every number up to it is visible. */
export async function currentSeq(db: Queryable): Promise<number> {
  const [row] = await db.select({ seq: changeTicket.seq }).from(changeTicket).limit(1);
  if (!row) throw new Error('The table change_ticket is empty. Run `npm run db:migrate`.');
  return row.seq;
}

/** The changes after `seq`, in order, at most `limit`. */
export async function changesAfter(db: Database, seq: number, limit: number) {
  return db
    .select({ seq: changeLog.seq, productId: changeLog.productId })
    .from(changeLog)
    .where(gt(changeLog.seq, seq))
    .orderBy(asc(changeLog.seq))
    .limit(limit);
}

/** A row of the log as one can recognise it by: another database may have the number, but not for the same change. */
export type LoggedChange = typeof changeLog.$inferSelect;

/** The row with that number; undefined if the log has none (no longer, or not yet). */
export async function changeAt(db: Queryable, seq: number): Promise<LoggedChange | undefined> {
  const [row] = await db.select().from(changeLog).where(eq(changeLog.seq, seq));
  return row;
}

/** The log's last row; undefined while it is empty. */
export async function newestChange(db: Queryable): Promise<LoggedChange | undefined> {
  const [row] = await db.select().from(changeLog).orderBy(desc(changeLog.seq)).limit(1);
  return row;
}

/** When the first change after `seq` was made; undefined if there is none. */
export async function firstChangeAfter(db: Queryable, seq: number): Promise<LoggedChange | undefined> {
  const [row] = await db
    .select()
    .from(changeLog)
    .where(gt(changeLog.seq, seq))
    .orderBy(asc(changeLog.seq))
    .limit(1);
  return row;
}
