import { LOCALES, type Locale } from '@/lib/catalogue/types';

/** The shopper's choice of language is kept in this cookie for a year. */
export const LOCALE_COOKIE = 'locale';
export const DEFAULT_LOCALE: Locale = 'ko';

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}

/** The language to answer in: the chosen one, else the first of Accept-Language we speak, else Korean. */
export function pickLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(chosen)) return chosen;
  return preferredLanguages(acceptLanguage ?? '').find(isLocale) ?? DEFAULT_LOCALE;
}

/** Primary language tags of an Accept-Language header, best first; those of quality 0 are refused. */
function preferredLanguages(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
      return { language: tag.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ language }) => language);
}
