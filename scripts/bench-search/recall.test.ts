import { expect, it } from 'vitest';
import { ShopProducts } from '@/scripts/bench-million/shop-products';
import { signaturesOf } from '@/scripts/bench-million/signatures';
import { bytewiseJaccard } from '@/scripts/bench-engine/row-scan';
import { recall, trueNeighbours } from './recall';

it('knows the ten nearest of all products, of which no block of them is left out', () => {
  const size = 1_300;
  const signatures = signaturesOf(size, 3);
  const shop = new ShopProducts(size);
  const truth = trueNeighbours(signatures, shop, [1, 777, 1300]);
  for (const [q, id] of [1, 777, 1300].entries()) {
    const query = signatures.featuresOf(id - 1).slice();
    const all = Array.from({ length: size }, (_, i) => ({
      id: i + 1,
      buyable: shop.product(i).stock > 0,
      similarity: bytewiseJaccard(query, signatures.featuresOf(i)),
    }))
      .filter((other) => other.id !== id)
      .sort((a, b) => b.similarity - a.similarity || a.id - b.id);
    const ten = (list: typeof all) => list.slice(0, 10).map((other) => other.id);
    expect(truth.anyStock[q]).toEqual(ten(all));
    expect(truth.features[q]).toEqual(ten(all.filter(({ buyable }) => buyable)));
  }
});

it('recall is the mean share of the true ones that were found', () => {
  expect(recall([[1, 2, 9], [5]], [[1, 2, 3, 4], [5]])).toBe(0.75);
});
