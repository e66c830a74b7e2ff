import Link from 'next/link';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { changeTable, type TableState } from '@/lib/merchant/products/list-state';
import type { OwnSort } from '@/lib/merchant/products/types';

const SORTED: Readonly<Record<'product' | 'price' | 'stock' | 'date', { up: OwnSort; down: OwnSort }>> = {
  product: { up: 'sku-asc', down: 'sku-desc' },
  price: { up: 'price-asc', down: 'price-desc' },
  stock: { up: 'stock-asc', down: 'stock-desc' },
  date: { up: 'oldest', down: 'newest' },
};

/** Names of the columns; each is a link that sorts by it, and the other way round when it is so already. */
export function TableHead({ state }: { state: TableState }) {
  const t = useTranslations('merchantProducts');
  const gone = state.view === 'deleted';
  return (
    <thead role="rowgroup" className="hidden text-left text-sm md:table-header-group">
      <tr role="row" className="border-b border-line">
        <th role="columnheader" scope="col" className="w-11">
          <span className="sr-only">{t('select')}</span>
        </th>
        <Column of="product" state={state} label={t('columns.product')} />
        <Column of="price" state={state} label={t('columns.price')} />
        <Column of="stock" state={state} label={t('columns.stock')} />
        <Column of="date" state={state} label={gone ? t('columns.deleted') : t('columns.registered')} />
        <th role="columnheader" scope="col">
          <span className="sr-only">{t('columns.links')}</span>
        </th>
      </tr>
    </thead>
  );
}

function Column({ of, state, label }: { of: keyof typeof SORTED; state: TableState; label: string }) {
  const { up, down } = SORTED[of];
  // What was deleted has one order only.
  if (state.view === 'deleted')
    return (
      <th role="columnheader" scope="col" className="px-3 py-3 font-semibold text-soft">
        {label}
      </th>
    );
  const direction = state.sort === up ? 'ascending' : state.sort === down ? 'descending' : 'none';
  const preferred = of === 'date' ? down : up;
  const next = state.sort === preferred ? (preferred === up ? down : up) : preferred;
  return (
    <th role="columnheader" scope="col" aria-sort={direction} className="px-3 font-semibold text-soft">
      <Link
        href={changeTable(state, { sort: next })}
        scroll={false}
        prefetch={false}
        className="-mx-2 inline-flex min-h-11 items-center gap-1 rounded-lg px-2 hover:text-ink"
      >
        {label}
        {direction === 'ascending' && <ArrowUp aria-hidden="true" className="size-4 text-twin" />}
        {direction === 'descending' && <ArrowDown aria-hidden="true" className="size-4 text-twin" />}
      </Link>
    </th>
  );
}
