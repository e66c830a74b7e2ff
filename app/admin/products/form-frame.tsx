import { ArrowUpRight } from 'lucide-react';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { LocalizedText } from '@/lib/catalogue/types';

/** What stands around a product's form: its title, for whom it is, and the form's own words for the browser. */
export async function FormFrame({
  title,
  merchant,
  shopHref,
  children,
}: {
  title: string;
  /** Said to an admin, who works for several. */
  merchant?: { readonly name: LocalizedText };
  shopHref?: string;
  children: ReactNode;
}) {
  const [t, locale, messages] = await Promise.all([getTranslations('register'), getLocale(), getMessages()]);
  return (
    <>
      <header className="wrap flex flex-wrap items-end justify-between gap-x-6 gap-y-2 pt-8 pb-8 md:pt-12">
        <div>
          {merchant && (
            <p className="font-semibold text-soft">{t('forMerchant', { name: merchant.name[locale] })}</p>
          )}
          <h1 className="text-3xl font-bold md:text-4xl">{title}</h1>
        </div>
        {shopHref && (
          <a
            href={shopHref}
            target="_blank"
            className="inline-flex min-h-11 items-center gap-1 font-semibold hover:text-twin"
          >
            {t('toShop')}
            <ArrowUpRight aria-hidden="true" className="size-4" />
          </a>
        )}
      </header>
      <NextIntlClientProvider
        messages={{ errors: messages.errors, register: messages.register, preview: messages.preview }}
      >
        {children}
      </NextIntlClientProvider>
    </>
  );
}
