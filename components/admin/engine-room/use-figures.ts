import { useFormatter, useLocale, useTranslations } from 'next-intl';

const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];
const BYTES_STEP = 1000;

/** `1.2 MB`, as everywhere in the shop and its documents: 1,000 bytes are a kilobyte. */
export function bytesText(bytes: number, locale: string): string {
  const unit =
    bytes < 1 ? 0 : Math.min(Math.floor(Math.log(bytes) / Math.log(BYTES_STEP)), BYTE_UNITS.length - 1);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: unit > 1 ? 1 : 0 });
  return `${number.format(bytes / BYTES_STEP ** unit)} ${BYTE_UNITS[unit]}`;
}

/** A span of time in its greatest unit. */
export function spanOf(seconds: number): {
  readonly unit: 'seconds' | 'minutes' | 'hours' | 'days';
  readonly n: number;
} {
  if (seconds < 90) return { unit: 'seconds', n: Math.round(seconds) };
  if (seconds < 5_400) return { unit: 'minutes', n: Math.round(seconds / 60) };
  if (seconds < 129_600) return { unit: 'hours', n: Math.round(seconds / 3_600) };
  return { unit: 'days', n: Math.round(seconds / 86_400) };
}

/** How figures are written in the page's language. */
export function useFigures() {
  const [t, locale, format] = [useTranslations('engineRoom.units'), useLocale(), useFormatter()];
  const decimal = (value: number, digits = 1) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  return {
    whole: (value: number) => decimal(value, 0),
    decimal,
    percent: (share: number) => new Intl.NumberFormat(locale, { style: 'percent' }).format(share),
    bytes: (value: number) => bytesText(value, locale),
    span: (seconds: number) => {
      const { unit, n } = spanOf(seconds);
      return t(unit, { n });
    },
    ms: (value: number | null) => (value === null ? '–' : t('ms', { n: decimal(value, value < 10 ? 1 : 0) })),
    /** In the site's time zone, whatever the browser's: what the server wrote stays as it is. */
    clock: (at: string | number) =>
      format.dateTime(new Date(at), {
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        hourCycle: 'h23',
      }),
  };
}
