import { z } from 'zod';
import type { Transaction } from '@/db';
import { lockOwn, updateDeletedAt, updateStocks } from '@/db/queries/own-products';
import type { Scope } from '@/lib/auth';
import { changeCatalogue } from '@/lib/catalogue';
import { database } from '@/lib/database';
import { parseInput } from '@/lib/errors';
import {
  MOST_AT_ONCE,
  MOST_STOCK,
  type ProductsChanged,
  type StockChange,
  type StocksChanged,
} from '@/lib/merchant/products/types';

const id = z
  .int({ error: 'expected the number of a product' })
  .min(1)
  .max(2 ** 32 - 1);
const stock = z
  .int({ error: 'expected a whole number' })
  .min(0, { error: 'expected 0 or more' })
  .max(MOST_STOCK, { error: `expected ${MOST_STOCK} or less` });

const some = <T extends z.ZodType>(schema: T) =>
  z
    .array(schema)
    .min(1, { error: 'expected at least one product' })
    .max(MOST_AT_ONCE, { error: `expected at most ${MOST_AT_ONCE} products` });

const idsSchema = some(id);
const changesSchema = some(z.strictObject({ id, before: stock, after: stock }));

/**
 * Sets how many are left of each of the products; 0 is sold out. Every shop follows within a second. A number that is
 * nobody's or another merchant's is `missing`, and so is what was deleted; the others are changed all the same.
 * @throws CallerError for no or more than 500 numbers, and for a stock that cannot be
 */
export async function setStocks(scope: Scope, ids: readonly number[], left: number): Promise<StocksChanged> {
  const wanted = parseInput(idsSchema, ids, 'list of products');
  const after = parseInput(stock, left, 'stock');
  return changeStocks(scope, wanted, ({ id, stock: before }) => ({ id, before, after }));
}

/**
 * Takes back what `setStocks` did, where nobody has changed the stock since: those that somebody has, and those that are
 * not the caller's, are `missing`.
 * @throws CallerError for no or more than 500 changes, and for a stock that cannot be
 */
export async function undoStocks(scope: Scope, changes: readonly StockChange[]): Promise<StocksChanged> {
  const done = parseInput(changesSchema, changes, 'list of changes');
  const byId = new Map(done.map((change) => [change.id, change]));
  return changeStocks(scope, [...byId.keys()], ({ id, stock: now }) => {
    const change = byId.get(id);
    return change?.after === now ? { id, before: now, after: change.before } : null;
  });
}

/** Takes the products out of the catalogue. Their rows and pictures stay, so that they can be restored. */
export async function deleteProducts(scope: Scope, ids: readonly number[]): Promise<ProductsChanged> {
  return moveProducts(scope, ids, 'listed', new Date());
}

/** Puts deleted products back as they were. */
export async function restoreProducts(scope: Scope, ids: readonly number[]): Promise<ProductsChanged> {
  return moveProducts(scope, ids, 'deleted', null);
}

async function changeStocks(
  scope: Scope,
  ids: readonly number[],
  change: (row: { readonly id: number; readonly stock: number }) => StockChange | null,
): Promise<StocksChanged> {
  const changed = await changeCatalogue(database(), async (tx, touched) => {
    const rows = await lockOwn(tx, scope, ids, 'listed');
    const changes = rows.flatMap((row) => change(row) ?? []);
    await updateStocks(
      tx,
      changes.map(({ id, after }) => ({ id, stock: after })),
    );
    changes.forEach(({ id }) => touched(id));
    return changes;
  });
  return {
    changed,
    missing: without(
      ids,
      changed.map(({ id }) => id),
    ),
  };
}

async function moveProducts(
  scope: Scope,
  ids: readonly number[],
  from: 'listed' | 'deleted',
  deletedAt: Date | null,
): Promise<ProductsChanged> {
  const wanted = parseInput(idsSchema, ids, 'list of products');
  const changed = await changeCatalogue(database(), async (tx: Transaction, touched) => {
    const found = (await lockOwn(tx, scope, wanted, from)).map(({ id }) => id);
    await updateDeletedAt(tx, found, deletedAt);
    found.forEach(touched);
    return found;
  });
  return { changed, missing: without(wanted, changed) };
}

function without(ids: readonly number[], done: readonly number[]): number[] {
  const gone = new Set(done);
  return [...new Set(ids)].filter((id) => !gone.has(id));
}
