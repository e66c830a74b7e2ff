import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionLink } from '@/components/ui/action-link';
import { listHref } from '@/lib/url-state';

/** What this shop does, said in one line and shown with real products below it. */
export function Hero({ children }: { children: ReactNode }) {
  const t = useTranslations('main');
  return (
    <section className="bg-mist">
      <div className="wrap py-9 md:pt-14 md:pb-16">
        <div className="flex flex-col gap-x-16 gap-y-4 lg:flex-row lg:items-end lg:justify-between">
          <h1 className="max-w-2xl text-4xl font-extrabold md:text-5xl xl:text-6xl xl:leading-[1.15]">
            {t('heroTitle')}
          </h1>
          <div className="max-w-sm lg:pb-1.5">
            <p className="text-pretty text-soft md:text-lg">{t('heroText')}</p>
            <div className="mt-5 hidden lg:block">
              <ActionLink href={listHref()}>{t('heroBrowse')}</ActionLink>
            </div>
          </div>
        </div>
        {children}
      </div>
    </section>
  );
}
