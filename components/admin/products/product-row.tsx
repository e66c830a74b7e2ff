'use client';

import Link from 'next/link';
import { ExternalLink, ImageOff, Pencil, Undo2 } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ProductPicture } from '@/components/product/product-picture';
import { formatPrice } from '@/lib/i18n/format';
import type { OwnRow } from '@/lib/merchant/products/types';
import { productHref } from '@/lib/url-state';
import { SelectBox } from './select-box';
import { StockField } from './stock-field';

/** One product: a row of the table, or a card where there is no room for columns. */
export function ProductRow({
  row,
  withMerchant,
  chosen,
  onChoose,
  onStock,
  onRestore,
}: {
  row: OwnRow;
  withMerchant: boolean;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
  onStock: (stock: number) => void;
  onRestore: () => void;
}) {
  const t = useTranslations('merchantProducts');
  const locale = useLocale();
  const format = useFormatter();
  const title = row.title[locale];
  const gone = row.deletedAt !== null;
  return (
    <tr
      role="row"
      data-product={row.id}
      data-chosen={chosen}
      className="grid grid-cols-[2.75rem_minmax(0,1fr)_auto] items-center border-b border-line py-3 data-[chosen=true]:bg-mist md:table-row md:hover:bg-mist/60"
    >
      <td role="cell" className="md:w-11">
        <SelectBox checked={chosen} label={t('selectOne', { title })} onChange={onChoose} />
      </td>
      <th role="rowheader" scope="row" className="col-span-2 text-left font-normal md:px-3 md:py-3">
        <Words row={row} withMerchant={withMerchant} />
      </th>
      <td role="cell" className="col-span-2 col-start-2 pl-[4.375rem] font-bold md:px-3 md:whitespace-nowrap">
        {formatPrice(row.priceKrw, locale)}
      </td>
      <td role="cell" className="col-start-2 pt-2 md:px-3 md:pt-0">
        {gone ? (
          <span className="text-soft">{t('left', { count: row.stock })}</span>
        ) : (
          <StockField stock={row.stock} title={title} onChange={onStock} />
        )}
      </td>
      <td role="cell" className="hidden text-sm text-soft md:table-cell md:px-3 md:whitespace-nowrap">
        {format.dateTime(row.deletedAt ?? row.createdAt, { dateStyle: 'medium' })}
      </td>
      <td role="cell" className="pt-2 md:w-px md:pt-0">
        <span className="flex justify-end">
          {gone ? <RestoreButton title={title} onRestore={onRestore} /> : <Links row={row} title={title} />}
        </span>
      </td>
    </tr>
  );
}

function Words({ row, withMerchant }: { row: OwnRow; withMerchant: boolean }) {
  const locale = useLocale();
  const details = [row.sku, row.category.title[locale], ...(withMerchant ? [row.merchant[locale]] : [])];
  return (
    <span className="flex items-center gap-3.5 pr-2">
      <span className="relative grid size-14 shrink-0 place-items-center overflow-hidden rounded-xl bg-mist text-soft">
        {row.picture ? (
          <ProductPicture
            picture={row.picture}
            alt=""
            sizes="56px"
            className={row.stock === 0 ? 'opacity-55' : ''}
          />
        ) : (
          <ImageOff aria-hidden="true" className="size-5" />
        )}
      </span>
      <span className="min-w-0">
        <span className="line-clamp-2 font-medium">{row.title[locale]}</span>
        <span className="block text-sm text-soft">{details.join(' · ')}</span>
      </span>
    </span>
  );
}

function Links({ row, title }: { row: OwnRow; title: string }) {
  const t = useTranslations('merchantProducts');
  return (
    <>
      <IconLink href={`/admin/products/${row.id}`} label={t('edit', { title })}>
        <Pencil aria-hidden="true" className="size-4.5" />
      </IconLink>
      <IconLink href={productHref(row.id)} label={t('toShop', { title })}>
        <ExternalLink aria-hidden="true" className="size-4.5" />
      </IconLink>
    </>
  );
}

function IconLink({ href, label, children }: { href: string; label: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={label}
      title={label}
      className="grid size-11 place-items-center rounded-full text-soft hover:bg-haze hover:text-ink"
    >
      {children}
    </Link>
  );
}

function RestoreButton({ title, onRestore }: { title: string; onRestore: () => void }) {
  const t = useTranslations('merchantProducts');
  return (
    <button
      type="button"
      onClick={onRestore}
      aria-label={t('restoreOne', { title })}
      className="inline-flex min-h-11 items-center gap-2 rounded-full px-4 font-semibold whitespace-nowrap hover:bg-haze"
    >
      <Undo2 aria-hidden="true" className="size-4" />
      {t('restore')}
    </button>
  );
}
