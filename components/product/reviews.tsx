import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ProductDetail, Review } from '@/lib/catalogue/types';
import { Stars } from './rating';

/** What buyers say: the average beside the latest reviews. */
export function Reviews({ product, reviews }: { product: ProductDetail; reviews: readonly Review[] }) {
  const t = useTranslations('reviews');
  return (
    <section id="reviews" aria-labelledby="reviews-title" className="wrap mt-16 md:mt-24">
      <h2 id="reviews-title" className="text-2xl font-bold md:text-3xl">
        {t('title')}
      </h2>
      {product.rating === null || reviews.length === 0 ? (
        <p className="mt-4 text-soft">{t('emptyText')}</p>
      ) : (
        <div className="mt-6 grid gap-8 md:grid-cols-[16rem_1fr] md:gap-12">
          <Average rating={product.rating} total={product.reviewCount} shown={reviews.length} />
          <ul className="divide-y divide-line border-t border-line md:border-t-0">
            {reviews.map((review) => (
              <OneReview key={review.id} review={review} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Average({ rating, total, shown }: { rating: number; total: number; shown: number }) {
  const t = useTranslations('reviews');
  const product = useTranslations('product');
  return (
    <div className="flex items-center gap-5 self-start rounded-card bg-mist p-6 md:flex-col md:items-start md:gap-3">
      <p className="text-5xl font-extrabold tracking-tight">
        <span className="sr-only">{t('average')} </span>
        {rating.toFixed(1)}
      </p>
      <div>
        <Stars rating={rating} className="size-5" />
        <p className="mt-1.5 text-sm text-soft">
          {shown < total ? t('showing', { total, count: shown }) : product('reviewCount', { count: total })}
        </p>
      </div>
    </div>
  );
}

function OneReview({ review }: { review: Review }) {
  const locale = useLocale();
  const format = useFormatter();
  return (
    <li className="py-6 md:first:pt-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <Stars rating={review.rating} />
        <span className="font-semibold">{review.author}</span>
        <time dateTime={review.createdAt.toISOString()} className="text-soft">
          {format.dateTime(review.createdAt, { dateStyle: 'medium' })}
        </time>
      </div>
      <p className="mt-2 max-w-prose leading-7 text-pretty">{review.text[locale]}</p>
    </li>
  );
}
