import type { Database, Transaction } from '@/db';
import { appendChanges } from '@/db/queries/changes';
import { announceChange } from '@/lib/changes';

const ATTEMPTS = 5;
const DEADLOCK = 'ER_LOCK_DEADLOCK';

/** Says that the index must look at this product again. */
export type Touched = (productId: number) => void;

/**
 * The only way to change what the index must know. `write` does its writes in a transaction and names each product it
 * touched; the change log gets its rows in the same transaction, and every follower is woken after the commit.
 *
 * Why the numbers of the log do not come from auto-increment: those are given out when a row is written and become
 * visible when its transaction commits, and overlapping transactions commit in another order. A follower that has
 * seen 8 never looks for a 7 that is committed later. So the numbers come from the one row of `change_ticket`: taking
 * them locks that row until the commit, and whoever wants the next ones waits. Numbers therefore become visible in
 * their own order, without gaps left by a rollback, and "everything after the greatest I saw" is complete.
 * The ticket is taken last, so that writers wait for each other only for the moment between ticket and commit.
 *
 * `write` runs again from its start when the server breaks a deadlock, so it must do nothing but write to `tx`.
 * READ COMMITTED, because a ticket taken by someone else meanwhile must be seen, and not be refused
 * (MariaDB ≥ 11.6 refuses it under REPEATABLE READ).
 */
export async function changeCatalogue<T>(
  db: Database,
  write: (tx: Transaction, touched: Touched) => Promise<T>,
): Promise<T> {
  const { result, changed } = await withoutDeadlock(() =>
    db.transaction(
      async (tx) => {
        const products = new Set<number>();
        const result = await write(tx, (productId) => products.add(productId));
        if (products.size > 0) await appendChanges(tx, [...products], new Date());
        return { result, changed: products.size > 0 };
      },
      { isolationLevel: 'read committed' },
    ),
  );
  if (changed) announceChange();
  return result;
}

async function withoutDeadlock<T>(transact: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transact();
    } catch (error) {
      if (attempt === ATTEMPTS || !hasCode(error, DEADLOCK)) throw error;
    }
  }
}

/** Whether the error, or the one that caused it, is the server's error of that name. */
export function hasCode(error: unknown, code: string): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === code) || hasCode(error.cause, code);
}
