import { expect, it } from 'vitest';
import { indexLayout } from '@/lib/catalogue/live-index';
import { priceBand } from '@/lib/catalogue/price-band';

it('the layout says where each price band begins, so that a snapshot with other bands is not read', () => {
  const [, said = ''] = /price bands from ([\d ]+),/.exec(indexLayout()) ?? [];
  const begins = said.split(' ').map(Number);
  expect(begins.map(priceBand)).toEqual(Array.from({ length: 16 }, (_, band) => band));
  expect(begins.slice(1).map((krw) => priceBand(krw - 1))).toEqual(Array.from({ length: 15 }, (_, b) => b));
});
