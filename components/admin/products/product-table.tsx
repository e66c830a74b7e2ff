'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Toaster } from 'sonner';
import type { TableState } from '@/lib/merchant/products/list-state';
import type { OwnRow } from '@/lib/merchant/products/types';
import { BulkBar } from './bulk-bar';
import type { ProductActions } from './product-actions';
import { ProductRow } from './product-row';
import { SelectBox } from './select-box';
import { TableHead } from './table-head';
import { useProductChanges } from './use-product-changes';

/** Where messages stand while the bar of the chosen products is there. */
const ABOVE_THE_BAR = { offset: { bottom: '6rem' }, mobileOffset: { bottom: '9rem' } };

/**
 * The products of one page, to be chosen and changed. A table on wide screens; on narrow ones each row is a card. Roles
 * are written out because a table that is laid out as cards loses its own.
 */
export function ProductTable({
  items,
  state,
  withMerchant,
  actions,
}: {
  items: readonly OwnRow[];
  state: TableState;
  withMerchant: boolean;
  actions: ProductActions;
}) {
  const t = useTranslations('merchantProducts');
  const { shown, busy, setStock, remove, restore } = useProductChanges(items, actions);
  const [marked, setMarked] = useState<ReadonlySet<number>>(new Set());
  const heading = useRef<HTMLHeadingElement>(null);
  const chosen = shown.filter(({ id }) => marked.has(id)).map(({ id }) => id);

  /** The buttons go away with the selection: the focus goes where the result is. */
  function withChosen(change: (ids: readonly number[]) => void): void {
    change(chosen);
    setMarked(new Set());
    heading.current?.focus();
  }

  return (
    <section aria-busy={busy}>
      <h2 ref={heading} tabIndex={-1} className="sr-only">
        {t('results')}
      </h2>
      <SelectAll
        chosen={chosen.length}
        of={shown.length}
        onChange={(all) => setMarked(new Set(all ? shown.map(({ id }) => id) : []))}
      />
      <table role="table" className="block w-full border-t border-line md:table">
        <TableHead state={state} />
        <tbody role="rowgroup" className="block md:table-row-group">
          {shown.map((row) => (
            <ProductRow
              key={row.id}
              row={row}
              withMerchant={withMerchant}
              chosen={marked.has(row.id)}
              onChoose={(choose) => setMarked(toggled(marked, row.id, choose))}
              onStock={(stock) => setStock([row.id], stock)}
              onRestore={() => restore([row.id])}
            />
          ))}
        </tbody>
      </table>
      {chosen.length > 0 && (
        <BulkBar
          count={chosen.length}
          deleted={state.view === 'deleted'}
          onStock={(stock) => withChosen((ids) => setStock(ids, stock))}
          onDelete={() => withChosen(remove)}
          onRestore={() => withChosen(restore)}
          onClear={() => withChosen(() => {})}
        />
      )}
      <Toaster
        position="bottom-center"
        {...(chosen.length > 0 && ABOVE_THE_BAR)}
        style={{ fontFamily: 'inherit' }}
        containerAriaLabel={t('messages')}
        toastOptions={{
          unstyled: true,
          classNames: {
            toast:
              'flex w-[min(24rem,calc(100vw-2rem))] items-center gap-3 rounded-2xl bg-ink px-5 py-3.5 text-paper shadow-lg',
            content: 'flex-1',
            actionButton: 'min-h-11 shrink-0 rounded-full px-3 font-bold underline underline-offset-4',
          },
        }}
      />
    </section>
  );
}

function SelectAll({
  chosen,
  of,
  onChange,
}: {
  chosen: number;
  of: number;
  onChange: (all: boolean) => void;
}) {
  const t = useTranslations('merchantProducts');
  return (
    <label className="inline-flex min-h-12 cursor-pointer items-center gap-1 pr-3 text-sm text-soft hover:text-ink">
      <SelectBox
        checked={chosen > 0 && chosen === of}
        partly={chosen > 0 && chosen < of}
        onChange={onChange}
      />
      {t('selectAll')}
    </label>
  );
}

function toggled(marked: ReadonlySet<number>, id: number, choose: boolean): ReadonlySet<number> {
  const others = [...marked].filter((one) => one !== id);
  return new Set(choose ? [...others, id] : others);
}
