import { useTranslations } from 'next-intl';
import { TableSkeleton } from '@/components/admin/products/table-skeleton';
import { TableFrame } from '@/components/admin/products/table-frame';

export default function ProductsLoading() {
  const t = useTranslations('merchantProducts');
  return (
    <TableFrame
      title={t('title')}
      count={<span className="sr-only">{t('loading')}</span>}
      controls={<div className="min-h-24" />}
    >
      <TableSkeleton />
    </TableFrame>
  );
}
