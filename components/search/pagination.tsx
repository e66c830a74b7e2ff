import Link from 'next/link';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { listHref, type ListState } from '@/lib/url-state';

/** Numbered pages around the present one, with the first, the last and both neighbours always within reach. */
export function Pagination({ state, pageCount }: { state: ListState; pageCount: number }) {
  const t = useTranslations('list');
  if (pageCount <= 1) return null;
  const { page } = state;
  const to = (target: number) => listHref({ ...state, page: target });
  return (
    <nav aria-label={t('paging')} className="mt-14 flex items-center justify-center gap-1">
      <Step href={page > 1 ? to(page - 1) : null} label={t('previous')} rel="prev">
        <ChevronLeft aria-hidden="true" className="size-5" />
      </Step>
      <p className="px-3 text-soft sm:hidden">{t('pageOf', { page, total: pageCount })}</p>
      <ol className="hidden items-center gap-1 sm:flex">
        {nearbyPages(page, pageCount).map((number, index) => (
          <li key={index}>
            {number === null ? (
              <span aria-hidden="true" className="px-1.5 text-soft">
                …
              </span>
            ) : (
              <Link
                href={to(number)}
                prefetch={false}
                aria-label={t('page', { page: number })}
                aria-current={number === page ? 'page' : undefined}
                className="grid h-11 min-w-11 place-items-center rounded-full px-2 text-soft hover:bg-mist hover:text-ink aria-[current=page]:bg-ink aria-[current=page]:font-semibold aria-[current=page]:text-paper"
              >
                {number}
              </Link>
            )}
          </li>
        ))}
      </ol>
      <Step href={page < pageCount ? to(page + 1) : null} label={t('next')} rel="next">
        <ChevronRight aria-hidden="true" className="size-5" />
      </Step>
    </nav>
  );
}

/** Page numbers to show; null stands for those left out. */
export function nearbyPages(page: number, pageCount: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pageCount];
  const shown = [...new Set(wanted)].filter((n) => n >= 1 && n <= pageCount).sort((a, b) => a - b);
  return shown.flatMap((n, index) => {
    const before = shown[index - 1] ?? n - 1;
    if (n - before === 2) return [n - 1, n];
    return n - before > 2 ? [null, n] : [n];
  });
}

function Step({
  href,
  label,
  rel,
  children,
}: {
  href: string | null;
  label: string;
  rel: 'prev' | 'next';
  children: ReactNode;
}) {
  if (href === null) return <span className="size-11" />;
  return (
    <Link
      href={href}
      prefetch={false}
      rel={rel}
      aria-label={label}
      className="grid size-11 place-items-center rounded-full hover:bg-mist"
    >
      {children}
    </Link>
  );
}
