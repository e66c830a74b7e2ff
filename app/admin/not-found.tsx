import { useTranslations } from 'next-intl';
import { ActionLink } from '@/components/ui/action-link';
import { Notice } from '@/components/ui/notice';

export default function AdminNotFound() {
  const t = useTranslations('admin');
  return (
    <Notice heading="h1" title={t('notFoundTitle')} text={t('notFoundText')}>
      <ActionLink href="/admin/products">{t('toProducts')}</ActionLink>
    </Notice>
  );
}
