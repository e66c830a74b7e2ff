'use server';

import { refresh } from 'next/cache';
import { actionResult, type ActionResult } from '@/lib/action-result';
import { requireAccount, scopeOf } from '@/lib/auth';
import { deleteProducts, restoreProducts, setStocks, undoStocks } from '@/lib/merchant/products';
import type { ProductsChanged, StockChange, StocksChanged } from '@/lib/merchant/products/types';

// Whatever is handed in may be forged: the use cases check every argument, and reach the caller's own products alone.

/** Sets how many are left of each of the products; 0 is sold out. */
export async function setStocksAction(
  ids: readonly number[],
  stock: number,
): Promise<ActionResult<StocksChanged>> {
  return changing(async () => setStocks(scopeOf(await requireAccount()), ids, stock));
}

/** Takes a change of stock back, where nobody has changed it since. */
export async function undoStocksAction(
  changes: readonly StockChange[],
): Promise<ActionResult<StocksChanged>> {
  return changing(async () => undoStocks(scopeOf(await requireAccount()), changes));
}

/** Takes the products out of the catalogue. */
export async function deleteProductsAction(ids: readonly number[]): Promise<ActionResult<ProductsChanged>> {
  return changing(async () => deleteProducts(scopeOf(await requireAccount()), ids));
}

/** Puts deleted products back. */
export async function restoreProductsAction(ids: readonly number[]): Promise<ActionResult<ProductsChanged>> {
  return changing(async () => restoreProducts(scopeOf(await requireAccount()), ids));
}

/**
 * Also after a failure the page is drawn anew: it then shows how things really are. Not for whoever's session has ended:
 * that would lead away to the sign-in page before the failure could be read.
 */
async function changing<T extends object>(change: () => Promise<T>): Promise<ActionResult<T>> {
  const result = await actionResult(change);
  if (result.ok || result.error.code !== 'not-signed-in') refresh();
  return result;
}
