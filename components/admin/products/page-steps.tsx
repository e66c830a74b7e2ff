import Link from 'next/link';
import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { changeTable, type TableState } from '@/lib/merchant/products/list-state';
import type { Place } from '@/lib/merchant/products/types';

/** First, previous, next and last page. Pages have no numbers: each begins beside a product of the one before. */
export function PageSteps({
  state,
  before,
  after,
}: {
  state: TableState;
  before: string | null;
  after: string | null;
}) {
  const t = useTranslations('merchantProducts');
  if (before === null && after === null) return null;
  const to = (place: Place) => changeTable(state, { place });
  return (
    <nav aria-label={t('paging')} className="mt-8 flex items-center justify-center gap-1">
      <Step href={before && to({ from: 'start' })} label={t('firstPage')}>
        <ChevronsLeft aria-hidden="true" className="size-5" />
      </Step>
      <Step href={before && to({ before })} label={t('previousPage')} rel="prev" worded>
        <ChevronLeft aria-hidden="true" className="size-5" />
        {t('previous')}
      </Step>
      <Step href={after && to({ after })} label={t('nextPage')} rel="next" worded>
        {t('next')}
        <ChevronRight aria-hidden="true" className="size-5" />
      </Step>
      <Step href={after && to({ from: 'end' })} label={t('lastPage')}>
        <ChevronsRight aria-hidden="true" className="size-5" />
      </Step>
    </nav>
  );
}

const SHAPE = 'inline-flex min-h-11 min-w-11 items-center justify-center gap-1 rounded-full font-semibold';

function Step({
  href,
  label,
  rel,
  worded = false,
  children,
}: {
  href: string | null;
  label: string;
  rel?: 'prev' | 'next';
  worded?: boolean;
  children: ReactNode;
}) {
  const shape = `${SHAPE} ${worded ? 'px-4' : ''}`;
  // Keeps the place of a step that leads nowhere, so that the others stay where they were.
  if (href === null) return <span className={`${shape} invisible`}>{children}</span>;
  return (
    <Link href={href} prefetch={false} rel={rel} aria-label={label} className={`${shape} hover:bg-mist`}>
      {children}
    </Link>
  );
}
