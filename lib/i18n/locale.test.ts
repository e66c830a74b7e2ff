import { describe, expect, it } from 'vitest';
import { pickLocale } from '@/lib/i18n/locale';

describe('language of a request', () => {
  it('is the one the shopper chose', () => {
    expect(pickLocale('en', 'ko-KR,ko;q=0.9')).toBe('en');
    expect(pickLocale('ko', 'en-US')).toBe('ko');
  });

  it('is the browser’s best language that we speak when nothing was chosen', () => {
    expect(pickLocale(undefined, 'en-US,en;q=0.9,ko;q=0.8')).toBe('en');
    expect(pickLocale(undefined, 'fr;q=0.9, en;q=0.4, ko;q=0.7')).toBe('ko');
    expect(pickLocale(undefined, 'ko;q=0, en;q=0.1')).toBe('en');
  });

  it('is Korean when there is nothing to go by', () => {
    expect(pickLocale(undefined, null)).toBe('ko');
    expect(pickLocale('de', 'fr-FR,fr')).toBe('ko');
    expect(pickLocale('', ';;;,q=')).toBe('ko');
  });
});
