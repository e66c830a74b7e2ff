import { useTranslations } from 'next-intl';
import { ActionLink } from '@/components/ui/action-link';
import { Notice } from '@/components/ui/notice';

export default function NotFound() {
  const t = useTranslations('notFound');
  return (
    <Notice heading="h1" title={t('title')} text={t('text')}>
      <ActionLink href="/shop/main">{t('toMain')}</ActionLink>
      <ActionLink look="outline" href="/shop/list">
        {t('toList')}
      </ActionLink>
    </Notice>
  );
}
