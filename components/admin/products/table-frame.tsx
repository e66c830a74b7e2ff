import Link from 'next/link';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** Where things are on the merchant's table; the page and its skeleton share it, so that nothing jumps. */
export function TableFrame({
  title,
  count,
  controls,
  children,
}: {
  title: ReactNode;
  count: ReactNode;
  controls: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('merchantProducts');
  return (
    <div className="wrap pt-6 lg:pt-10">
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div>
          <h1 className="text-3xl font-extrabold">{title}</h1>
          <p role="status" className="mt-1 h-6 text-soft">
            {count}
          </p>
        </div>
        <Link
          href="/admin/products/new"
          className="inline-flex min-h-12 items-center gap-2 rounded-full bg-ink px-6 font-semibold text-paper hover:bg-ink/85"
        >
          <Plus aria-hidden="true" className="size-4" />
          {t('register')}
        </Link>
      </header>
      <div role="group" aria-label={t('filters')} className="mt-5 mb-4">
        {controls}
      </div>
      {children}
    </div>
  );
}
