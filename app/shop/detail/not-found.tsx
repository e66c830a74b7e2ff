import { useTranslations } from 'next-intl';
import { ActionLink } from '@/components/ui/action-link';
import { Notice } from '@/components/ui/notice';
import { listHref } from '@/lib/url-state';

export default function ProductNotFound() {
  const t = useTranslations('notFound');
  return (
    <Notice heading="h1" title={t('productTitle')} text={t('productText')}>
      <ActionLink href={listHref()}>{t('toList')}</ActionLink>
      <ActionLink look="outline" href="/shop/main">
        {t('toMain')}
      </ActionLink>
    </Notice>
  );
}
