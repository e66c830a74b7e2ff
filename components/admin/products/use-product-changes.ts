'use client';

import { useTranslations } from 'next-intl';
import { useOptimistic, useTransition } from 'react';
import { toast } from 'sonner';
import type { ActionResult } from '@/lib/problem';
import type { OwnRow, StockChange } from '@/lib/merchant/products/types';
import { allAt, expectedRows, type Expected } from './expected-rows';
import type { ProductActions } from './product-actions';

const UNDO_MS = 12_000;

/** Failures with words of their own; any other is told as `unexpected`. */
const SAID = ['not-signed-in', 'not-allowed', 'too-many-requests', 'not-ready', 'offline'] as const;
type Said = (typeof SAID)[number] | 'unexpected';

type Move = ProductActions['deleteProducts'];

interface Answer {
  readonly missing: readonly number[];
}

/**
 * The rows as they are expected to be, and the ways to change them. A change is shown at once; when the server has
 * answered, the rows are what it says. What failed is said, and stands as it was.
 */
export function useProductChanges(rows: readonly OwnRow[], actions: ProductActions) {
  const t = useTranslations('merchantProducts');
  const [shown, expect] = useOptimistic(rows, expectedRows);
  const [busy, startTransition] = useTransition();

  function change<T extends Answer>(
    expected: Expected | null,
    act: () => Promise<ActionResult<T>>,
    done: (answer: T) => void,
  ): void {
    startTransition(async () => {
      if (expected) expect(expected);
      const result = await act().catch(() => null);
      if (!result?.ok) return sayFailure(result?.error.code ?? 'offline');
      done(result);
      const { length } = result.missing;
      if (length > 0) toast.warning(t('missing', { count: length }));
    });
  }

  function sayFailure(code: string): void {
    const said: Said = SAID.find((one) => one === code) ?? 'unexpected';
    toast.error(t(`failures.${said}`));
  }

  function sayDone(count: number, text: string, undo: () => void): void {
    if (count === 0) return;
    toast.success(text, { duration: UNDO_MS, action: { label: t('undo'), onClick: undo } });
  }

  function setStock(ids: readonly number[], stock: number): void {
    change(
      allAt(ids, stock),
      () => actions.setStocks(ids, stock),
      ({ changed }) => {
        const count = changed.length;
        const text = stock === 0 ? t('soldOutDone', { count }) : t('restockDone', { count, stock });
        sayDone(count, text, () => undoStock(changed));
      },
    );
  }

  function undoStock(changes: readonly StockChange[]): void {
    const stocks = new Map(changes.map(({ id, before }) => [id, before]));
    change({ kind: 'stock', stocks }, () => actions.undoStocks(changes), sayUndone);
  }

  function remove(ids: readonly number[]): void {
    takeAway(ids, actions.deleteProducts, actions.restoreProducts, 'deleteDone');
  }

  function restore(ids: readonly number[]): void {
    takeAway(ids, actions.restoreProducts, actions.deleteProducts, 'restoreDone');
  }

  /** Out of the table that is shown, by one action; the other undoes it. */
  function takeAway(ids: readonly number[], act: Move, undo: Move, said: 'deleteDone' | 'restoreDone'): void {
    change(
      { kind: 'gone', ids },
      () => act(ids),
      ({ changed }) => {
        const { length: count } = changed;
        sayDone(count, t(said, { count }), () => change(null, () => undo(changed), sayUndone));
      },
    );
  }

  function sayUndone({ changed }: { readonly changed: readonly unknown[] }): void {
    if (changed.length > 0) toast.success(t('undone', { count: changed.length }));
  }

  return { shown, busy, setStock, remove, restore };
}
