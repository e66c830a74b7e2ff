import { expect, it } from 'vitest';
import { parseProductId } from '@/lib/url-state';
import { pagesOf } from './pages';

it('draws existing products, the same for the same seed', () => {
  const [products] = pagesOf(500, 1);
  const ids = products!.paths.map((path) => parseProductId(path.replace('/shop/detail/', '')) ?? 0);
  expect(Math.min(...ids)).toBe(1);
  expect(Math.max(...ids)).toBe(500);
  expect(pagesOf(500, 1)).toEqual(pagesOf(500, 1));
  expect(pagesOf(500, 2)[0]!.paths).not.toEqual(products!.paths);
});
