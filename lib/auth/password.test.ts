import { expect, it } from 'vitest';
import { requireStrongPassword } from '@/lib/auth/password';

const check = (password: string) => () =>
  requireStrongPassword(password, { email: 'jiwoo@shop.example', name: 'Han Jiwoo' });

it.each(['four unrelated words', 'jX9-wq27Lp', '나는 바다를 좋아해요'])('%s is strong enough', (password) => {
  expect(check(password)).not.toThrow();
});

it.each([
  '',
  'short-1!',
  'aaaaaaaaaaaa',
  'abababababab',
  'password12345',
  'Jiwoo12345',
  'dalma-admin-1',
  'hanjiwoo2026',
])('%j is refused', (password) => {
  expect(check(password)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
});

it('a password of endless length is refused rather than worked on', () => {
  expect(check('a long one, '.repeat(20))).toThrow('128 characters or fewer');
});
