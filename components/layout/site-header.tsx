import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Wordmark } from '@/components/ui/wordmark';
import { LanguageSwitch } from './language-switch';
import { SearchForm } from './search-form';

/** On every page: where to start over, what to look for, and in which language. */
export function SiteHeader({ setLocale }: { setLocale: (form: FormData) => Promise<void> }) {
  const t = useTranslations('nav');
  return (
    <header className="z-30 border-b border-line bg-paper/95 backdrop-blur-sm md:sticky md:top-0">
      <div className="wrap flex flex-wrap items-center gap-x-2 py-2 md:gap-x-6 md:py-3">
        <Link
          href="/shop/main"
          aria-label={t('home')}
          className="-ml-1 flex min-h-11 items-center rounded-lg px-1"
        >
          <Wordmark className="h-8 w-auto" />
        </Link>
        <nav aria-label={t('main')} className="ml-auto md:ml-2">
          <Link
            href="/shop/list"
            className="flex min-h-11 items-center rounded-lg px-2 font-semibold hover:text-twin md:px-3"
          >
            {t('all')}
          </Link>
        </nav>
        <div className="order-last w-full md:order-none md:ml-auto md:w-80 lg:w-96">
          <SearchForm />
        </div>
        <LanguageSwitch setLocale={setLocale} />
      </div>
    </header>
  );
}
