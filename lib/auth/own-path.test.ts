import { expect, it } from 'vitest';
import { ownPath, signInHref } from '@/lib/auth/own-path';

it.each([
  ['/admin/products', '/admin/products'],
  ['/admin/products?page=2&q=a%20b', '/admin/products?page=2&q=a%20b'],
  ['/admin/../shop/main#top', '/shop/main'],
])('%s is an address of ours', (next, path) => {
  expect(ownPath(next)).toBe(path);
});

it.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n//evil.example',
  '/..//evil.example',
  '/%2e%2e//evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  'admin/products',
  'http:/admin',
  ' /admin',
  '/sign-in?next=/sign-in',
  '',
  null,
  undefined,
  ['/admin'],
])('%j leads nowhere', (next) => {
  expect(ownPath(next)).toBeNull();
});

it.each(['/admin', '/admin/x?next=//evil.example', '/%5Cevil.example', '/@evil.example', '/.evil.example'])(
  'wherever %s leads, a browser stays on this site',
  (next) => {
    expect(new URL(ownPath(next) ?? '', 'https://shop.example').host).toBe('shop.example');
  },
);

it('the sign-in page is told where to lead back', () => {
  expect(signInHref('/admin/products?page=2')).toBe('/sign-in?next=%2Fadmin%2Fproducts%3Fpage%3D2');
  expect(signInHref(null)).toBe('/sign-in');
});
