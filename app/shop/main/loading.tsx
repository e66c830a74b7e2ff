import { useTranslations } from 'next-intl';
import { CategoryTilesSkeleton } from '@/components/product/category-tiles';
import { ProductGridSkeleton } from '@/components/product/product-grid';
import { Section } from '@/components/ui/section';
import { Hero } from './hero';
import { CATEGORY_TILES, HERO_SIMILAR, NEWEST, PICKS } from './shape';

export default function MainLoading() {
  const t = useTranslations();
  return (
    <>
      <p role="status" className="sr-only">
        {t('loading.page')}
      </p>
      <Hero>
        <div aria-hidden="true" className="grid gap-3 md:grid-cols-2 md:gap-5">
          <span className="pulse-block mt-9 aspect-[4/3] rounded-3xl md:aspect-square" />
          <div className="mt-9 grid grid-cols-4 gap-3 md:grid-cols-2 md:gap-4">
            {Array.from({ length: HERO_SIMILAR }, (_, index) => (
              <span key={index} className="pulse-block aspect-square rounded-card" />
            ))}
          </div>
        </div>
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
