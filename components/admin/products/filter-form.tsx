import Form from 'next/form';
import Link from 'next/link';
import { X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { SearchButton } from '@/components/ui/search-button';
import type { Category, LocalizedText } from '@/lib/catalogue/types';
import { changeTable, TABLE_ADDRESS, tableHref, type TableState } from '@/lib/merchant/products/list-state';
import { OWN_SORTS } from '@/lib/merchant/products/types';
import { Choice } from './choice';

interface Named {
  readonly slug: string;
  readonly name: LocalizedText;
}

/**
 * Search, category and order. A form that goes to the table's own address, so that it works before any script has
 * arrived; with scripts a choice is taken at once.
 */
export function FilterForm({
  state,
  categories,
  merchants,
}: {
  state: TableState;
  categories: readonly Category[];
  /** For an admin; nobody else has a choice. */
  merchants: readonly Named[];
}) {
  const t = useTranslations('merchantProducts');
  const locale = useLocale();
  const every = { value: '', label: t('everyCategory') };
  return (
    <search className="mt-4">
      <Form key={tableHref(state)} action={TABLE_ADDRESS} scroll={false} className="flex flex-wrap gap-3">
        {state.view !== 'all' && <input type="hidden" name="view" value={state.view} />}
        <SearchBox state={state} />
        <Choice
          name="category"
          label={t('category')}
          value={state.category ?? ''}
          options={[every, ...categories.map(({ slug, title }) => ({ value: slug, label: title[locale] }))]}
        />
        {merchants.length > 0 && (
          <Choice
            name="merchant"
            label={t('merchant')}
            value={state.merchant ?? ''}
            options={[
              { value: '', label: t('everyMerchant') },
              ...merchants.map(({ slug, name }) => ({ value: slug, label: name[locale] })),
            ]}
          />
        )}
        {state.view !== 'deleted' && (
          <Choice
            name="sort"
            label={t('sort')}
            value={state.sort}
            options={OWN_SORTS.map((sort) => ({ value: sort, label: t(`sorts.${sort}`) }))}
          />
        )}
      </Form>
    </search>
  );
}

function SearchBox({ state }: { state: TableState }) {
  const t = useTranslations('merchantProducts');
  return (
    <div className="flex w-full items-center rounded-full bg-mist focus-within:ring-2 focus-within:ring-ink md:w-80 lg:w-96">
      <input
        type="search"
        name="q"
        defaultValue={state.q}
        maxLength={80}
        aria-label={t('search')}
        placeholder={t('searchPlaceholder')}
        autoComplete="off"
        enterKeyHint="search"
        className="min-h-11 w-full min-w-0 rounded-full bg-transparent pl-5 outline-none placeholder:text-soft [&::-webkit-search-cancel-button]:hidden"
      />
      {state.q && (
        <Link
          href={changeTable(state, { q: undefined })}
          scroll={false}
          prefetch={false}
          aria-label={t('clearSearch')}
          className="grid size-11 shrink-0 place-items-center rounded-full text-soft hover:text-ink"
        >
          <X aria-hidden="true" className="size-4" />
        </Link>
      )}
      <SearchButton label={t('apply')} />
    </div>
  );
}
