'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState, type KeyboardEvent } from 'react';
import { LOW_STOCK, MOST_STOCK } from '@/lib/merchant/products/types';

/** How many are left, changed in place: Enter or the tick saves, Escape takes back what was typed. */
export function StockField({
  stock,
  title,
  onChange,
}: {
  stock: number;
  title: string;
  onChange: (stock: number) => void;
}) {
  const t = useTranslations('merchantProducts');
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const changed = typed !== null && typed !== String(stock);

  function save(): void {
    if (!changed || !field.current?.reportValidity()) return;
    onChange(field.current.valueAsNumber);
    setTyped(null);
    field.current.focus();
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter') save();
    if (event.key === 'Escape') setTyped(null);
  }

  return (
    <span className="inline-flex items-center gap-2">
      <StockMark stock={stock} />
      <span className="inline-flex items-center rounded-full border border-line focus-within:border-ink">
        <input
          ref={field}
          type="number"
          inputMode="numeric"
          required
          min={0}
          max={MOST_STOCK}
          step={1}
          value={typed ?? stock}
          aria-label={t('stockOf', { title })}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKey}
          className="min-h-11 w-20 [appearance:textfield] rounded-full bg-transparent px-3 text-right tabular-nums [&::-webkit-inner-spin-button]:hidden"
        />
        {changed && (
          <button
            type="button"
            onClick={save}
            aria-label={t('saveStock', { title })}
            className="grid size-11 place-items-center rounded-full bg-ink text-paper"
          >
            <Check aria-hidden="true" className="size-4" strokeWidth={3} />
          </button>
        )}
      </span>
    </span>
  );
}

/** Says what is low or sold out, not by colour alone. */
function StockMark({ stock }: { stock: number }) {
  const t = useTranslations('merchantProducts');
  if (stock > LOW_STOCK) return null;
  const [dot, text] = stock === 0 ? ['bg-soft', t('views.sold-out')] : ['bg-twin', t('views.low')];
  return (
    <span className="inline-flex items-center gap-1.5 text-sm whitespace-nowrap order-last">
      <span aria-hidden="true" className={`size-2 rounded-full ${dot}`} />
      {text}
    </span>
  );
}
