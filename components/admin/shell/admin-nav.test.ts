import { expect, it } from 'vitest';
import { currentPlace } from './admin-nav';

const PLACES = ['/admin/products', '/admin/products/new', '/admin/import'];

it.each([
  ['/admin/products', '/admin/products'],
  ['/admin/products/12', '/admin/products'],
  ['/admin/products/new', '/admin/products/new'],
  ['/admin/products/newer', '/admin/products'],
  ['/admin/imports', undefined],
])('on %s one stands at %s', (path, place) => {
  expect(currentPlace(path, PLACES)).toBe(place);
});
