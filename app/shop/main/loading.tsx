import { useTranslations } from 'next-intl';
import { CategoryTilesSkeleton } from '@/components/product/category-tiles';
import { ProductGridSkeleton } from '@/components/product/product-grid';
import { Section } from '@/components/ui/section';
import { HeroExampleSkeleton } from './hero-example';
import { Hero } from './hero';
import { CATEGORY_TILES, NEWEST, PICKS } from './shape';

export default function MainLoading() {
  const t = useTranslations();
  return (
    <>
      <p role="status" className="sr-only">
        {t('loading.page')}
      </p>
      <Hero>
        <HeroExampleSkeleton />
      </Hero>
      <Section id="picks" title={t('main.picks')} text={t('main.picksText')}>
        <ProductGridSkeleton count={PICKS} />
      </Section>
      <Section id="categories" title={t('main.categories')}>
        <CategoryTilesSkeleton count={CATEGORY_TILES} />
      </Section>
      <Section id="newest" title={t('main.newest')}>
        <ProductGridSkeleton count={NEWEST} />
      </Section>
    </>
  );
}
