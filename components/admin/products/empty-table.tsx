import { useTranslations } from 'next-intl';
import { ActionLink } from '@/components/ui/action-link';
import { Notice } from '@/components/ui/notice';
import { changeTable, isFiltered, tableHref, type TableState } from '@/lib/merchant/products/list-state';

/** Nothing to show: says why, and what to do next. */
export function EmptyTable({ state }: { state: TableState }) {
  const t = useTranslations('merchantProducts');
  if (!isFiltered(state))
    return (
      <Notice title={t('noneTitle')} text={t('noneText')}>
        <ActionLink href="/admin/products/new">{t('register')}</ActionLink>
      </Notice>
    );
  const onlyDeleted = state.view === 'deleted' && !state.q && !state.category;
  if (onlyDeleted) return <Notice title={t('noneDeletedTitle')} text={t('noneDeletedText')} />;
  return (
    <Notice title={t('nothingFoundTitle')} text={t('nothingFoundText')}>
      {state.q && (
        <ActionLink look="outline" href={changeTable(state, { q: undefined })}>
          {t('dropText', { text: state.q })}
        </ActionLink>
      )}
      {state.category && (
        <ActionLink look="outline" href={changeTable(state, { category: undefined })}>
          {t('everyCategory')}
        </ActionLink>
      )}
      <ActionLink href={tableHref()}>{t('showAll')}</ActionLink>
    </Notice>
  );
}

/** What stood behind the mark in the address is gone. */
export function PastTheTable({ state }: { state: TableState }) {
  const t = useTranslations('merchantProducts');
  return (
    <Notice title={t('pastTitle')} text={t('pastText')}>
      <ActionLink look="outline" href={changeTable(state, {})}>
        {t('firstPage')}
      </ActionLink>
      <ActionLink href={changeTable(state, { place: { from: 'end' } })}>{t('lastPage')}</ActionLink>
    </Notice>
  );
}
