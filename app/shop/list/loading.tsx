import { useTranslations } from 'next-intl';
import { ProductGridSkeleton } from '@/components/product/product-grid';
import { ListFrame } from './list-frame';
import { PER_PAGE } from './shape';

export default function ListLoading() {
  const t = useTranslations('loading');
  return (
    <ListFrame
      title={<span className="pulse-block inline-block h-[0.9em] w-48" />}
      count={<span className="sr-only">{t('page')}</span>}
      aside={<div className="min-h-13" />}
      controls={<div className="min-h-11" />}
    >
      <ProductGridSkeleton count={PER_PAGE} shape="wide" />
    </ListFrame>
  );
}
