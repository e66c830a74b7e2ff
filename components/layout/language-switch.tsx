import { useLocale, useTranslations } from 'next-intl';
import { LOCALES, type Locale } from '@/lib/catalogue/types';

const NAMES: Readonly<Record<Locale, { short: string; long: string }>> = {
  ko: { short: '한', long: '한국어' },
  en: { short: 'EN', long: 'English' },
};

/** Korean or English, each named in itself. A form, so that it works before any script has arrived. */
export function LanguageSwitch({ setLocale }: { setLocale: (form: FormData) => Promise<void> }) {
  const t = useTranslations('nav');
  const current = useLocale();
  return (
    <form action={setLocale}>
      <div role="group" aria-label={t('language')} className="flex items-center">
        {LOCALES.map((locale) => (
          <button
            key={locale}
            name="locale"
            value={locale}
            lang={locale}
            aria-label={NAMES[locale].long}
            aria-pressed={locale === current}
            className="grid size-11 place-items-center rounded-full text-sm font-semibold text-soft hover:text-ink aria-pressed:text-ink aria-pressed:underline aria-pressed:decoration-twin aria-pressed:decoration-2 aria-pressed:underline-offset-8"
          >
            {NAMES[locale].short}
          </button>
        ))}
      </div>
    </form>
  );
}
