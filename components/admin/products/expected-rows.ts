import type { OwnRow } from '@/lib/merchant/products/types';

/** What is expected of a change before the server has answered. */
export type Expected =
  | { readonly kind: 'stock'; readonly stocks: ReadonlyMap<number, number> }
  | { readonly kind: 'gone'; readonly ids: readonly number[] };

/** The rows as they will be if the change succeeds. */
export function expectedRows(rows: readonly OwnRow[], expected: Expected): readonly OwnRow[] {
  if (expected.kind === 'gone') return rows.filter(({ id }) => !expected.ids.includes(id));
  return rows.map((row) => ({ ...row, stock: expected.stocks.get(row.id) ?? row.stock }));
}

/** The same stock for all. */
export function allAt(ids: readonly number[], stock: number): Expected {
  return { kind: 'stock', stocks: new Map(ids.map((id) => [id, stock])) };
}
