import { useTranslations } from 'next-intl';
import { ActionLink } from '@/components/ui/action-link';
import { Notice } from '@/components/ui/notice';

export default function AdminForbidden() {
  const t = useTranslations('admin');
  return (
    <Notice heading="h1" title={t('forbiddenTitle')} text={t('forbiddenText')}>
      <ActionLink href="/admin/products">{t('toProducts')}</ActionLink>
    </Notice>
  );
}
