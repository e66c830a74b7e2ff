import Form from 'next/form';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Suspense } from 'react';
import { SearchField } from './search-field';

/** Text search. Works before any script has arrived: it is a form that goes to the list's address. */
export function SearchForm() {
  const t = useTranslations('nav');
  return (
    <search>
      <Form
        action="/shop/list"
        className="flex items-center rounded-full bg-mist transition-shadow focus-within:ring-2 focus-within:ring-ink"
      >
        <Suspense>
          <SearchField label={t('search')} placeholder={t('searchPlaceholder')} />
        </Suspense>
        <button
          type="submit"
          aria-label={t('searchSubmit')}
          className="grid size-11 shrink-0 place-items-center rounded-full hover:text-twin"
        >
          <Search aria-hidden="true" className="size-5" />
        </button>
      </Form>
    </search>
  );
}
