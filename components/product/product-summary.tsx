import Link from 'next/link';
import { ArrowDown } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ProductDetail } from '@/lib/catalogue/types';
import { formatPrice } from '@/lib/i18n/format';
import { listHref } from '@/lib/url-state';
import { Stars } from './rating';
import { StockState } from './stock-state';

/** Everything about a product that is words: title, rating, price, stock, merchant, description. */
export function ProductSummary({ product }: { product: ProductDetail }) {
  const t = useTranslations('product');
  const locale = useLocale();
  return (
    <div>
      <Link
        href={listHref({ category: product.category.slug })}
        className="-ml-1 inline-flex min-h-11 items-center rounded px-1 text-soft hover:text-ink"
      >
        {product.category.title[locale]}
      </Link>
      <h1 className="text-3xl font-bold text-pretty md:text-4xl">{product.title[locale]}</h1>
      <RatingSummary product={product} />
      <p className="mt-6 text-3xl font-extrabold tracking-tight md:text-4xl">
        <span className="sr-only">{t('price')}: </span>
        {formatPrice(product.priceKrw, locale)}
      </p>
      <p className="mt-3">
        <StockState stock={product.stock} />
      </p>
      <a
        href="#similar"
        className="mt-7 inline-flex min-h-13 w-full items-center justify-center gap-2 rounded-full bg-ink px-7 font-semibold text-paper transition-colors hover:bg-ink/85 sm:w-auto"
      >
        {product.inStock ? t('toSimilar') : t('toSimilarSoldOut')}
        <ArrowDown aria-hidden="true" className="size-5" />
      </a>
      <dl className="mt-9 border-t border-line">
        <Fact name={t('merchant')}>{product.merchant[locale]}</Fact>
        <Fact name={t('sku')}>{product.sku}</Fact>
      </dl>
      <h2 className="mt-8 text-lg font-bold">{t('about')}</h2>
      <p className="mt-2 max-w-prose leading-7 whitespace-pre-line text-pretty text-soft">
        {product.description[locale]}
      </p>
    </div>
  );
}

function RatingSummary({ product: { rating, reviewCount } }: { product: ProductDetail }) {
  const t = useTranslations('product');
  if (rating === null) return <p className="mt-3 text-soft">{t('noReviews')}</p>;
  return (
    <a
      href="#reviews"
      className="-ml-1 mt-1 inline-flex min-h-11 items-center gap-2 rounded px-1 hover:text-twin"
    >
      <Stars rating={rating} />
      <span aria-hidden="true" className="font-semibold">
        {rating.toFixed(1)}
      </span>
      <span className="text-soft underline underline-offset-4">
        {t('reviewCount', { count: reviewCount })}
      </span>
    </a>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-h-12 items-center gap-4 border-b border-line py-2">
      <dt className="w-24 shrink-0 text-soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
