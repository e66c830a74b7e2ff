import { expect, it } from 'vitest';
import { formatPrice, percent } from '@/lib/i18n/format';

it('writes a price as each language does', () => {
  expect(formatPrice(12900, 'ko')).toBe('12,900원');
  expect(formatPrice(12900, 'en')).toBe('₩12,900');
  expect(formatPrice(0, 'ko')).toBe('0원');
});

it('shows a similarity as whole percent between 0 and 100', () => {
  expect([0, 0.004, 0.005, 0.734, 0.9999, 1, 1.2, -1].map(percent)).toEqual([0, 0, 1, 73, 100, 100, 100, 0]);
});
