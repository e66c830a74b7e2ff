import type { Locale } from '@/lib/catalogue/types';

/** A price as each language writes it: `12,900원`, `₩12,900`. */
export function formatPrice(krw: number, locale: Locale): string {
  const digits = new Intl.NumberFormat(locale === 'ko' ? 'ko-KR' : 'en-US').format(krw);
  return locale === 'ko' ? `${digits}원` : `₩${digits}`;
}

/** A similarity of 0 … 1 as whole percent. */
export function percent(similarity: number): number {
  return Math.round(Math.min(1, Math.max(0, similarity)) * 100);
}
