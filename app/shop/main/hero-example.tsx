import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ProductPicture } from '@/components/product/product-picture';
import { Rings } from '@/components/ui/rings';
import { similarProducts } from '@/lib/catalogue';
import type { ProductCard, SimilarProduct } from '@/lib/catalogue/types';
import { percent } from '@/lib/i18n/format';
import { productHref } from '@/lib/url-state';
import { HERO_SIMILAR } from './shape';

/** One product and what the shop really finds for it. While nothing can be found, the product stands alone. */
export async function HeroExample({ product }: { product: ProductCard }) {
  const similar = await similarProducts(product.id, { limit: HERO_SIMILAR });
  const items = similar.state === 'ready' ? similar.items : [];
  return (
    <HeroFrame product={product}>
      {items.map((item) => (
        <LookAlike key={item.id} product={item} from={product.id} />
      ))}
    </HeroFrame>
  );
}

/** The example before its look-alikes are known; the product itself is there at once. */
export function HeroExampleSkeleton({ product }: { product: ProductCard }) {
  return (
    <HeroFrame product={product}>
      {Array.from({ length: HERO_SIMILAR }, (_, index) => (
        <span key={index} className="pulse-block aspect-square rounded-card" />
      ))}
    </HeroFrame>
  );
}

function HeroFrame({ product, children }: { product: ProductCard; children: ReactNode }) {
  const t = useTranslations('main');
  const locale = useLocale();
  return (
    <figure aria-label={t('heroExample')} className="grid grid-cols-4 gap-3 md:grid-cols-[1fr_1fr] md:gap-5">
      <div className="col-span-4 md:col-span-1">
        <p className="mb-3 font-semibold">{t('heroThis')}</p>
        <Link
          href={productHref(product.id)}
          className="group relative block aspect-[4/3] overflow-hidden rounded-3xl bg-haze md:aspect-square"
        >
          <ProductPicture
            picture={product.picture}
            alt={product.title[locale]}
            sizes="(min-width: 1024px) 360px, (min-width: 768px) 46vw, 92vw"
            preload
            className="transition-transform duration-500 ease-calm group-hover:scale-[1.03]"
          />
        </Link>
      </div>
      <div className="col-span-4 md:col-span-1">
        <p className="mb-3 font-semibold">{t('heroThose')}</p>
        <div className="grid grid-cols-4 gap-3 md:grid-cols-2 md:gap-4">{children}</div>
      </div>
    </figure>
  );
}

function LookAlike({ product, from }: { product: SimilarProduct; from: number }) {
  const t = useTranslations('similar');
  const title = product.title[useLocale()];
  const value = percent(product.similarity);
  return (
    <Link
      href={productHref(product.id, [from])}
      prefetch={false}
      className="group relative block aspect-square overflow-hidden rounded-card bg-haze"
    >
      <ProductPicture
        picture={product.picture}
        alt={title}
        sizes="(min-width: 1024px) 180px, (min-width: 768px) 22vw, 22vw"
        className="transition-transform duration-500 ease-calm group-hover:scale-[1.03]"
      />
      <span className="absolute bottom-1.5 left-1.5 inline-flex items-center gap-1 rounded-full bg-paper px-2 py-0.5 text-xs font-bold md:bottom-2.5 md:left-2.5">
        <Rings similarity={product.similarity} className="hidden h-3 w-5 sm:block" />
        <span aria-hidden="true">{value}%</span>
        <span className="sr-only">{t('score', { percent: value })}</span>
      </span>
    </Link>
  );
}
