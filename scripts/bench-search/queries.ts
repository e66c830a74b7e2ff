import { seededRandom } from '@/lib/engine/seeded-random';
import type { ShopProducts } from '@/scripts/bench-million/shop-products';

/** Numbers of `count` different products that can be bought, the same for the same seed. */
export function drawQueries(shop: ShopProducts, count: number, seed: number): number[] {
  const random = seededRandom(seed);
  const drawn = new Set<number>();
  // A catalogue that is too small gives fewer.
  for (let tries = 0; drawn.size < count && tries < count * 20; tries++) {
    const i = Math.floor(random() * shop.size);
    if (shop.product(i).stock > 0) drawn.add(i + 1);
  }
  return [...drawn];
}
