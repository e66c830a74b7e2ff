import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionLink } from '@/components/ui/action-link';
import { Notice } from '@/components/ui/notice';
import type { ProductDetail, SimilarProduct } from '@/lib/catalogue/types';
import { listHref, productHref } from '@/lib/url-state';
import { ProductCard } from './product-card';
import { CARD_SIZES, ProductGrid, ProductGridSkeleton } from './product-grid';
import { RefreshUntilReady } from './refresh-until-ready';
import { SimilarityMeter } from './similarity-meter';

/** How many look-alikes a product page shows; the skeleton stands for as many. */
export const SIMILAR_COUNT = 12;

/** The band the look-alikes are in. Its heading tells a shopper at once when the product itself cannot be had. */
export function SimilarFrame({ inStock, children }: { inStock: boolean; children: ReactNode }) {
  const t = useTranslations('similar');
  return (
    <section id="similar" aria-labelledby="similar-title" className="mt-16 bg-mist py-12 md:mt-24 md:py-16">
      <div className="wrap">
        <h2 id="similar-title" className="text-2xl font-bold md:text-3xl">
          {inStock ? t('title') : t('soldOutTitle')}
        </h2>
        <p className="mt-1.5 mb-6 text-soft md:mb-8">{inStock ? t('text') : t('soldOutText')}</p>
        {children}
      </div>
    </section>
  );
}

/** The look-alikes, closest first. From each one walks on to its own. */
export function SimilarStrip({
  items,
  trail,
}: {
  items: readonly SimilarProduct[];
  trail: readonly number[];
}) {
  const t = useTranslations('similar');
  if (items.length === 0) return <Notice heading="h3" title={t('noneTitle')} text={t('noneText')} />;
  return (
    <ProductGrid shape="dense">
      {items.map((product) => (
        <li key={product.id}>
          <ProductCard
            product={product}
            href={productHref(product.id, trail)}
            sizes={CARD_SIZES.dense}
            meter={<SimilarityMeter similarity={product.similarity} />}
          />
        </li>
      ))}
    </ProductGrid>
  );
}

/** The strip while it is being found: same grid, same cards, same size. */
export function SimilarSkeleton() {
  const t = useTranslations('similar');
  return (
    <div>
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <ProductGridSkeleton count={SIMILAR_COUNT} shape="dense" withMeter />
    </div>
  );
}

/** The index is still loading: says how far it is, and looks again by itself. */
export function SimilarWarming({ fraction }: { fraction: number }) {
  const t = useTranslations('similar');
  const percent = Math.floor(fraction * 100);
  return (
    <div className="relative">
      <ProductGridSkeleton count={SIMILAR_COUNT} shape="dense" withMeter />
      <div className="absolute inset-x-0 top-10 flex justify-center px-4">
        <div
          role="status"
          className="w-full max-w-md rounded-3xl border border-line bg-paper p-8 text-center shadow-xl"
        >
          <h3 className="text-xl font-bold">{t('warmingTitle')}</h3>
          <p className="mt-2 text-pretty text-soft">{t('warmingText')}</p>
          <div
            role="progressbar"
            aria-label={t('warmingTitle')}
            aria-valuenow={percent}
            aria-valuemin={0}
            aria-valuemax={100}
            className="mt-6 h-2 overflow-hidden rounded-full bg-haze"
          >
            <div
              className="h-full rounded-full bg-twin transition-[width] duration-700"
              style={{ width: `${percent}%` }}
            />
          </div>
          <p className="mt-2 text-sm text-soft">{t('warmingProgress', { percent })}</p>
        </div>
      </div>
      <RefreshUntilReady />
    </div>
  );
}

/** No look-alikes can be had; the product's category is the next best thing. */
export function SimilarUnavailable({ product }: { product: ProductDetail }) {
  const t = useTranslations('similar');
  const category = product.category.title[useLocale()];
  return (
    <Notice heading="h3" title={t('unavailableTitle')} text={t('unavailableText')}>
      <ActionLink look="outline" href={listHref({ category: product.category.slug })}>
        {t('unavailableLink', { category })}
      </ActionLink>
    </Notice>
  );
}
