import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** Where things are on the list page; the page and its skeleton share it, so that nothing jumps. */
export function ListFrame({
  title,
  count,
  aside,
  controls,
  children,
}: {
  title: ReactNode;
  count: ReactNode;
  aside: ReactNode;
  controls: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('list');
  return (
    <div className="wrap grid gap-x-10 pt-6 lg:grid-cols-[11rem_minmax(0,1fr)] lg:pt-12 xl:gap-x-14">
      <header className="order-2 mt-6 lg:order-none lg:col-start-2 lg:mt-0">
        <h1 className="text-3xl font-extrabold md:text-4xl">{title}</h1>
        <p role="status" className="mt-1.5 h-6 text-soft">
          {count}
        </p>
      </header>
      <aside className="order-1 min-w-0 lg:order-none lg:col-start-1 lg:row-span-2 lg:row-start-1">
        {aside}
      </aside>
      <div className="order-3 min-w-0 lg:order-none lg:col-start-2">
        <div
          role="group"
          aria-label={t('filters')}
          className="mt-4 mb-6 flex flex-col gap-1 border-b border-line pb-2 md:min-h-14 md:flex-row md:items-center md:justify-between"
        >
          {controls}
        </div>
        {children}
      </div>
    </div>
  );
}
