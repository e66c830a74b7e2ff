import { useTranslations } from 'next-intl';
import { Wordmark } from '@/components/ui/wordmark';

export function SiteFooter() {
  const t = useTranslations('site');
  return (
    <footer className="mt-24 border-t border-line bg-mist">
      <div className="wrap flex flex-col gap-4 py-12 md:flex-row md:items-center md:gap-10">
        <Wordmark className="h-7 w-auto self-start" />
        <div className="text-sm text-soft">
          <p>{t('footer')}</p>
          <p className="mt-1">{t('footerNote')}</p>
        </div>
        {/* A new document: only one that begins there is isolated, which the preview's threads need. */}
        <a
          href="/admin"
          className="-mx-2 flex min-h-11 items-center self-start rounded-lg px-2 text-sm font-semibold text-soft hover:text-ink md:ml-auto md:self-auto"
        >
          {t('merchants')}
        </a>
      </div>
    </footer>
  );
}
