import { Star } from 'lucide-react';
import { getTranslations } from 'next-intl/server';

/** Stars out of five, with the figure for those who cannot see them. */
export async function Stars({ rating, className = 'size-4' }: { rating: number; className?: string }) {
  const t = await getTranslations('product');
  return (
    <span role="img" aria-label={t('rating', { rating })} className="inline-flex gap-0.5">
      {[1, 2, 3, 4, 5].map((step) => (
        <Star
          key={step}
          aria-hidden="true"
          className={`${className} ${step <= Math.round(rating) ? 'fill-ink text-ink' : 'fill-haze text-haze'}`}
        />
      ))}
    </span>
  );
}

/** The short form on a card: one star, the average and how many reviews it comes from. */
export async function RatingLine({ rating, reviewCount }: { rating: number | null; reviewCount: number }) {
  const t = await getTranslations('product');
  if (rating === null) return <span className="text-soft">{t('noReviews')}</span>;
  return (
    <span className="inline-flex items-center gap-1 text-soft">
      <Star aria-hidden="true" className="size-3.5 fill-current" />
      <span className="sr-only">{t('rating', { rating })}, </span>
      <span aria-hidden="true">{rating.toFixed(1)}</span>
      <span aria-hidden="true">({reviewCount})</span>
      <span className="sr-only">{t('reviewCount', { count: reviewCount })}</span>
    </span>
  );
}
