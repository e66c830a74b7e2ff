import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionLink } from '@/components/ui/action-link';
import { listHref } from '@/lib/url-state';

/** What this shop does, said in one line and shown with real products beside it. */
export function Hero({ children }: { children: ReactNode }) {
  const t = useTranslations('main');
  return (
    <section className="bg-mist">
      <div className="wrap grid items-center gap-10 py-10 md:py-16 lg:grid-cols-[5fr_7fr] lg:gap-16">
        <div>
          <h1 className="text-4xl font-extrabold md:text-5xl xl:text-6xl xl:leading-[1.15]">
            {t('heroTitle')}
          </h1>
          <p className="mt-5 max-w-md text-lg text-pretty text-soft">{t('heroText')}</p>
          <div className="mt-8 hidden lg:block">
            <ActionLink href={listHref()}>{t('heroBrowse')}</ActionLink>
          </div>
        </div>
        {children}
      </div>
    </section>
  );
}
