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

const ZOOM = 'transition-transform duration-500 ease-calm group-hover:scale-[1.03]';

/** One product and what the shop really finds for it. While nothing can be found, its place stays empty. */
export async function HeroExample({ product }: { product: ProductCard }) {
  const similar = await similarProducts(product.id, { limit: HERO_SIMILAR });
  const items = similar.state === 'ready' ? similar.items : [];
  return (
    <HeroFrame first={<Example product={product} />}>
      {items.map((item) => (
        <LookAlike key={item.id} product={item} from={product.id} />
      ))}
    </HeroFrame>
  );
}

/** The example when the search for its look-alikes failed. */
export function HeroExampleAlone({ product }: { product: ProductCard }) {
  return <HeroFrame first={<Example product={product} />} />;
}

/** The example before its look-alikes, or even it itself, are known. */
export function HeroExampleSkeleton({ product }: { product?: ProductCard }) {
  const block = <span className="pulse-block block aspect-square rounded-card" />;
  return (
    <HeroFrame first={product ? <Example product={product} /> : block}>
      {Array.from({ length: HERO_SIMILAR }, (_, index) => (
        <Captioned key={index} caption={null}>
          {block}
        </Captioned>
      ))}
    </HeroFrame>
  );
}

/** An echo: one large picture, then its look-alikes, smaller the less they are alike. */
function HeroFrame({ first, children }: { first: ReactNode; children?: ReactNode }) {
  const t = useTranslations('main');
  return (
    <figure
      aria-label={t('heroExample')}
      className="mt-8 grid grid-cols-4 items-end gap-3 md:mt-12 md:grid-cols-[34fr_24fr_21fr_18fr_15fr] md:gap-6"
    >
      <Captioned className="col-span-4 md:col-span-1" caption={t('heroThis')}>
        {first}
      </Captioned>
      {children}
    </figure>
  );
}

function Captioned({
  caption,
  className = '',
  children,
}: {
  caption: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={`min-w-0 ${className}`}>
      {children}
      <div className="mt-2 flex h-6 items-center font-semibold md:mt-3">{caption}</div>
    </div>
  );
}

function Example({ product }: { product: ProductCard }) {
  return (
    <Link
      href={productHref(product.id)}
      prefetch={false}
      className="group relative block aspect-square overflow-hidden rounded-3xl bg-haze"
    >
      <ProductPicture
        picture={product.picture}
        alt={product.title[useLocale()]}
        sizes="(min-width: 1280px) 350px, (min-width: 768px) 28vw, 92vw"
        preload
        className={ZOOM}
      />
    </Link>
  );
}

function LookAlike({ product, from }: { product: SimilarProduct; from: number }) {
  const t = useTranslations('similar');
  const title = product.title[useLocale()];
  const value = percent(product.similarity);
  return (
    <Captioned
      caption={
        <span className="inline-flex items-center gap-1.5 text-sm md:text-base">
          <Rings similarity={product.similarity} className="hidden h-3.5 w-6 md:block" />
          <span aria-hidden="true">{value}%</span>
          <span className="sr-only">{t('score', { percent: value })}</span>
        </span>
      }
    >
      <Link
        href={productHref(product.id, [from])}
        prefetch={false}
        className="group relative block aspect-square overflow-hidden rounded-card bg-haze md:rounded-2xl"
      >
        <ProductPicture
          picture={product.picture}
          alt={title}
          sizes="(min-width: 1280px) 250px, (min-width: 768px) 20vw, 22vw"
          className={ZOOM}
        />
      </Link>
    </Captioned>
  );
}
