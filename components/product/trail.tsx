import Link from 'next/link';
import { ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { Picture, LocalizedText } from '@/lib/catalogue/types';
import { productHref } from '@/lib/url-state';
import { ProductPicture } from './product-picture';

export interface TrailStep {
  readonly id: number;
  readonly title: LocalizedText;
  readonly picture: Picture;
}

/** The products walked through from look-alike to look-alike, oldest first; each leads back to where it was. */
export function Trail({ steps, here }: { steps: readonly TrailStep[]; here?: Picture }) {
  const t = useTranslations('product');
  const locale = useLocale();
  const ids = steps.map(({ id }) => id);
  return (
    <nav aria-label={t('trail')} className="flex items-center gap-3 pt-1 pb-3">
      <p className="hidden text-sm text-soft sm:block">{t('trailText')}</p>
      <ol className="rail -m-1 items-center gap-1 p-1">
        {steps.map((step, index) => (
          <li key={step.id} className="flex shrink-0 items-center gap-1">
            <Link
              href={productHref(step.id, ids.slice(0, index))}
              prefetch={false}
              title={step.title[locale]}
              className="relative block size-11 overflow-hidden rounded-lg bg-mist ring-ink hover:ring-2"
            >
              <ProductPicture picture={step.picture} alt={step.title[locale]} sizes="44px" />
            </Link>
            <ChevronRight aria-hidden="true" className="size-4 text-soft" />
          </li>
        ))}
        {here && (
          <li
            aria-hidden="true"
            className="relative size-11 shrink-0 overflow-hidden rounded-lg bg-mist ring-2 ring-ink"
          >
            <ProductPicture picture={here} alt="" sizes="44px" />
          </li>
        )}
      </ol>
    </nav>
  );
}
