import { useTranslations } from 'next-intl';
import { ActionLink } from '@/components/ui/action-link';
import { Notice } from '@/components/ui/notice';
import { changeList, listHref, type ListState } from '@/lib/url-state';

/** Nothing meets all conditions: says so, and offers to lift each of them. */
export function EmptyResult({ state }: { state: ListState }) {
  const t = useTranslations('list');
  return (
    <Notice title={t('emptyTitle')} text={t('emptyText')}>
      {state.inStockOnly && (
        <ActionLink look="outline" href={changeList(state, { inStockOnly: false })}>
          {t('dropStock')}
        </ActionLink>
      )}
      {state.category && (
        <ActionLink look="outline" href={changeList(state, { category: undefined })}>
          {t('dropCategory')}
        </ActionLink>
      )}
      {state.q && (
        <ActionLink look="outline" href={changeList(state, { q: undefined })}>
          {t('dropText', { text: state.q })}
        </ActionLink>
      )}
      <ActionLink href={listHref()}>{t('showAll')}</ActionLink>
    </Notice>
  );
}

/** The list is shorter than the address says. */
export function PastTheEnd({ state, pageCount }: { state: ListState; pageCount: number }) {
  const t = useTranslations('list');
  return (
    <Notice title={t('pageEmptyTitle')} text={t('pageEmptyText', { count: pageCount })}>
      <ActionLink href={listHref({ ...state, page: pageCount })}>{t('goLast')}</ActionLink>
    </Notice>
  );
}
