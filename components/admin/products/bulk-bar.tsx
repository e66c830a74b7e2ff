'use client';

import { PackagePlus, PackageX, Trash2, Undo2, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { MOST_STOCK } from '@/lib/merchant/products/types';

/** What can be done with the chosen products; stays in sight while the table is scrolled. */
export function BulkBar({
  count,
  deleted,
  onStock,
  onDelete,
  onRestore,
  onClear,
}: {
  count: number;
  /** The chosen ones were deleted: all that can be done is to restore them. */
  deleted: boolean;
  onStock: (stock: number) => void;
  onDelete: () => void;
  onRestore: () => void;
  onClear: () => void;
}) {
  const t = useTranslations('merchantProducts');
  return (
    <div
      role="group"
      data-stays-below
      aria-label={t('bulk')}
      className="sticky bottom-3 z-20 mt-4 flex flex-wrap items-center gap-x-1 gap-y-1 rounded-3xl border border-line bg-paper px-3 py-2 shadow-lg md:mx-auto md:w-fit md:rounded-full"
    >
      <p role="status" className="px-2 font-bold">
        {t('chosen', { count })}
      </p>
      <button
        type="button"
        onClick={onClear}
        aria-label={t('clearSelection')}
        className="grid size-11 place-items-center rounded-full text-soft hover:bg-mist hover:text-ink"
      >
        <X aria-hidden="true" className="size-4" />
      </button>
      {deleted ? (
        <BulkButton
          icon={<Undo2 aria-hidden="true" className="size-4" />}
          label={t('restore')}
          onClick={onRestore}
        />
      ) : (
        <>
          <BulkButton
            icon={<PackageX aria-hidden="true" className="size-4" />}
            label={t('sellOut')}
            onClick={() => onStock(0)}
          />
          <Restock onStock={onStock} />
          <BulkButton
            icon={<Trash2 aria-hidden="true" className="size-4" />}
            label={t('delete')}
            onClick={onDelete}
          />
        </>
      )}
    </div>
  );
}

function Restock({ onStock }: { onStock: (stock: number) => void }) {
  const t = useTranslations('merchantProducts');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onStock(Number(new FormData(event.currentTarget).get('stock')));
      }}
      className="inline-flex items-center rounded-full border border-line"
    >
      <input
        type="number"
        name="stock"
        inputMode="numeric"
        required
        min={0}
        max={MOST_STOCK}
        step={1}
        aria-label={t('restockNumber')}
        placeholder={t('restockPlaceholder')}
        className="min-h-11 w-20 [appearance:textfield] rounded-full bg-transparent pl-4 tabular-nums placeholder:text-soft [&::-webkit-inner-spin-button]:hidden"
      />
      <button
        type="submit"
        className="inline-flex min-h-11 items-center gap-2 rounded-full px-4 font-semibold whitespace-nowrap hover:bg-mist"
      >
        <PackagePlus aria-hidden="true" className="size-4" />
        {t('restock')}
      </button>
    </form>
  );
}

function BulkButton({ icon, label, onClick }: { icon: ReactNode; label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="inline-flex min-h-11 items-center gap-2 rounded-full px-4 font-semibold whitespace-nowrap hover:bg-mist"
    >
      {icon}
      {label}
    </button>
  );
}
