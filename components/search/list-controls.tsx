import Link from 'next/link';
import { Check, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { SORTS, type Category } from '@/lib/catalogue/types';
import { changeList, type ListState } from '@/lib/url-state';
import { KeepCurrentInView } from './keep-current-in-view';

/** Every category as a link that keeps the other conditions; the chosen one is marked. */
export function CategoryLinks({ categories, state }: { categories: readonly Category[]; state: ListState }) {
  const t = useTranslations('list');
  const locale = useLocale();
  const choices = [
    { slug: undefined, label: t('everything') },
    ...categories.map(({ slug, title }) => ({ slug, label: title[locale] })),
  ];
  return (
    <nav aria-label={t('categories')}>
      <KeepCurrentInView />
      <ul className="rail -mx-5 gap-2 px-5 py-1 lg:mx-0 lg:flex-col lg:gap-0 lg:overflow-visible lg:p-0">
        {choices.map(({ slug, label }) => (
          <li key={label} className="shrink-0">
            <Link
              href={changeList(state, { category: slug })}
              prefetch={false}
              aria-current={slug === state.category ? 'page' : undefined}
              className="flex min-h-11 items-center rounded-full border border-line px-4 text-soft transition-colors hover:text-ink aria-[current=page]:border-ink aria-[current=page]:bg-ink aria-[current=page]:font-semibold aria-[current=page]:text-paper lg:rounded-xl lg:border-0 lg:px-3 lg:aria-[current=page]:bg-mist lg:aria-[current=page]:text-ink"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The orders of the list, as links: each order has an address. */
export function SortLinks({ state }: { state: ListState }) {
  const t = useTranslations('list');
  return (
    <nav aria-label={t('sort')} className="min-w-0">
      <ul className="rail -mx-5 gap-1 px-5 md:m-0 md:p-1">
        {SORTS.map((sort) => (
          <li key={sort} className="shrink-0">
            <Link
              href={changeList(state, { sort })}
              prefetch={false}
              scroll={false}
              aria-current={sort === state.sort ? 'true' : undefined}
              className="flex min-h-11 items-center rounded-lg px-3 text-soft transition-colors hover:text-ink aria-[current=true]:font-bold aria-[current=true]:text-ink"
            >
              {t(`sorts.${sort}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Hides what is sold out, or shows it again. */
export function InStockLink({ state }: { state: ListState }) {
  const t = useTranslations('list');
  const on = state.inStockOnly;
  return (
    <Link
      href={changeList(state, { inStockOnly: !on })}
      prefetch={false}
      scroll={false}
      data-on={on}
      className="group inline-flex min-h-11 items-center gap-2.5 rounded-lg pr-2 font-medium"
    >
      <span
        aria-hidden="true"
        className="grid size-5 place-items-center rounded-md border border-soft text-transparent transition-colors group-hover:border-ink group-data-[on=true]:border-ink group-data-[on=true]:bg-ink group-data-[on=true]:text-paper"
      >
        <Check className="size-4" strokeWidth={3} />
      </span>
      {t('inStock')}
      <span className="sr-only">({on ? t('inStockOn') : t('inStockOff')})</span>
    </Link>
  );
}

/** The words searched for, with a way to drop them. */
export function TextChip({ state }: { state: ListState }) {
  const t = useTranslations('list');
  if (!state.q) return null;
  return (
    <Link
      href={changeList(state, { q: undefined })}
      aria-label={t('removeText', { text: state.q })}
      className="inline-flex min-h-11 max-w-full items-center gap-2 rounded-full bg-mist px-4 font-medium hover:bg-haze"
    >
      <span className="truncate">{state.q}</span>
      <X aria-hidden="true" className="size-4 shrink-0" />
    </Link>
  );
}
