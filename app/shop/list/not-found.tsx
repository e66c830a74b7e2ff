import { useTranslations } from 'next-intl';
import { ActionLink } from '@/components/ui/action-link';
import { Notice } from '@/components/ui/notice';
import { listHref } from '@/lib/url-state';

export default function CategoryNotFound() {
  const t = useTranslations('notFound');
  return (
    <Notice heading="h1" title={t('categoryTitle')} text={t('categoryText')}>
      <ActionLink href={listHref()}>{t('toList')}</ActionLink>
      <ActionLink look="outline" href="/shop/main">
        {t('toMain')}
      </ActionLink>
    </Notice>
  );
}
