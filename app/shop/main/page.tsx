import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { CategoryTiles } from '@/components/product/category-tiles';
import { ProductCard } from '@/components/product/product-card';
import { CARD_SIZES, ProductGrid } from '@/components/product/product-grid';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import type { ProductCard as Product } from '@/lib/catalogue/types';
import { listCategories, newestProducts, todaysPicks } from '@/lib/catalogue';
import { listHref, productHref } from '@/lib/url-state';
import { HeroBoundary } from './hero-boundary';
import { HeroExample, HeroExampleAlone, HeroExampleSkeleton } from './hero-example';
import { Hero } from './hero';
import { NEWEST, PICKS } from './shape';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site');
  return { title: { absolute: t('title') }, alternates: { canonical: '/shop/main' } };
}

export default async function MainPage() {
  const [picks, categories, newest, t] = await Promise.all([
    todaysPicks(PICKS + 1),
    listCategories(),
    newestProducts(NEWEST),
    getTranslations('main'),
  ]);
  const [example, ...rest] = picks;
  if (!example) return <Notice heading="h1" title={t('emptyTitle')} text={t('emptyText')} />;
  return (
    <>
      <Hero>
        <HeroBoundary instead={<HeroExampleAlone product={example} />}>
          <Suspense fallback={<HeroExampleSkeleton product={example} />}>
            <HeroExample product={example} />
          </Suspense>
        </HeroBoundary>
      </Hero>
      <Section id="picks" title={t('picks')} text={t('picksText')}>
        <Cards products={rest} />
      </Section>
      <Section id="categories" title={t('categories')}>
        <CategoryTiles categories={categories} />
      </Section>
      <Section id="newest" title={t('newest')} more={{ href: listHref(), label: t('more') }}>
        <Cards products={newest} />
      </Section>
    </>
  );
}

function Cards({ products }: { products: readonly Product[] }) {
  return (
    <ProductGrid>
      {products.map((product) => (
        <li key={product.id}>
          <ProductCard product={product} href={productHref(product.id)} sizes={CARD_SIZES.full} />
        </li>
      ))}
    </ProductGrid>
  );
}
