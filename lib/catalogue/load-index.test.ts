import { beforeEach, expect, it, vi } from 'vitest';
import { LiveIndex } from '@/lib/catalogue/live-index';
import { putOrSkip } from '@/lib/catalogue/load-index';
import { EngineInputError } from '@/lib/engine';

const row = {
  ...{ imageId: 1, productId: 1, categoryId: 1, merchantId: 1, priceKrw: 1, inStock: true },
  topFilters: new Uint8Array(50),
};

beforeEach(() => vi.stubEnv('LOG_LEVEL', 'silent'));

it('a full index fails and is not mistaken for a damaged signature, which is left out', () => {
  const live = new LiveIndex('any');
  const put = vi.spyOn(live, 'put');
  const fail = (code: EngineInputError['code']) => () => {
    throw new EngineInputError(code, code);
  };
  put.mockImplementation(fail('full'));
  expect(() => putOrSkip(live, row)).toThrow('full');
  put.mockImplementation(fail('bad-filters'));
  expect(() => putOrSkip(live, row)).not.toThrow();
});
