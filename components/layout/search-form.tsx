import Form from 'next/form';
import { useTranslations } from 'next-intl';
import { Suspense } from 'react';
import { SearchButton } from '@/components/ui/search-button';
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
        <SearchButton label={t('searchSubmit')} />
      </Form>
    </search>
  );
}
