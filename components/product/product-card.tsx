import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ProductCard as Product } from '@/lib/catalogue/types';
import { formatPrice } from '@/lib/i18n/format';
import { ProductPicture } from './product-picture';
import { RatingLine } from './rating';

/**
 * A product in a grid: one link over picture and words. The words have a room of one height, whatever they are, so
 * that the skeleton, which uses the same frame, has exactly the card's size.
 */
export function ProductCard({
  product,
  href,
  sizes,
  preload,
  meter,
}: {
  product: Product;
  href: string;
  sizes: string;
  preload?: boolean;
  /** Drawn between picture and title: how alike it is. */
  meter?: ReactNode;
}) {
  const locale = useLocale();
  return (
    // Not prefetched: a grid would ask the server for dozens of pages that are never opened.
    <Link href={href} prefetch={false} data-product={product.id} className="group block rounded-card">
      <CardFrame
        picture={
          <>
            <ProductPicture
              picture={product.picture}
              alt=""
              sizes={sizes}
              preload={preload}
              className={`transition-transform duration-500 ease-calm group-hover:scale-[1.03] ${product.inStock ? '' : 'opacity-55'}`}
            />
            {!product.inStock && <SoldOutMark />}
          </>
        }
        meter={meter}
        merchant={product.merchant[locale]}
        title={<span className="group-hover:underline">{product.title[locale]}</span>}
        price={formatPrice(product.priceKrw, locale)}
        rating={<RatingLine rating={product.rating} reviewCount={product.reviewCount} />}
      />
    </Link>
  );
}

/** The card before its product is known. */
export function ProductCardSkeleton({ withMeter = false }: { withMeter?: boolean }) {
  return (
    <div aria-hidden="true">
      <CardFrame
        picture={<span className="pulse-block absolute inset-0" />}
        meter={withMeter ? <MeterSkeleton /> : undefined}
        merchant={<Bar width="w-1/3" />}
        title={<Bar width="w-11/12" />}
        price={<Bar width="w-2/5" />}
        rating={<Bar width="w-1/2" />}
      />
    </div>
  );
}

interface Frame {
  readonly picture: ReactNode;
  readonly meter?: ReactNode;
  readonly merchant: ReactNode;
  readonly title: ReactNode;
  readonly price: ReactNode;
  readonly rating: ReactNode;
}

function CardFrame({ picture, meter, merchant, title, price, rating }: Frame) {
  return (
    <>
      <div className="relative aspect-square overflow-hidden rounded-card bg-mist">{picture}</div>
      {meter && <div className="mt-3 h-[1.625rem]">{meter}</div>}
      <div className="mt-3 h-[7.5rem] overflow-hidden">
        <p className="h-5 truncate text-sm text-soft">{merchant}</p>
        <h3 className="line-clamp-2 text-base leading-6 font-medium tracking-tight text-pretty">{title}</h3>
        <p className="mt-1 h-6 font-bold">{price}</p>
        <p className="mt-0.5 h-5 truncate text-sm">{rating}</p>
      </div>
    </>
  );
}

function SoldOutMark() {
  const t = useTranslations('product');
  return (
    <span className="absolute bottom-2.5 left-2.5 rounded-full bg-ink px-2.5 py-1 text-xs font-semibold text-paper">
      {t('soldOut')}
    </span>
  );
}

function MeterSkeleton() {
  return <span className="pulse-block mt-1 block h-4 w-4/5" />;
}

function Bar({ width }: { width: string }) {
  return <span className={`pulse-block inline-block h-[0.8em] ${width}`} />;
}
