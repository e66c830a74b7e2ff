import type { DemoProduct } from '@/db/seed/types';
import { registerProduct } from '@/lib/catalogue/register-product';
import { CallerError } from '@/lib/errors';
import { rasterise } from '@/lib/vision';
import type { SeedOptions } from '@/scripts/seed-catalogue';

const PICTURE_SIDE = 1000;
const JPEG_QUALITY = 92;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Draws and registers the products, a few at a time: drawing, encoding and the network take turns on the cores. */
export async function registerDemoProducts(
  products: readonly DemoProduct[],
  { parallel, progress }: SeedOptions,
): Promise<void> {
  const shown = progress('Drawing products', products.length);
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const queue = products.values();
  const work = async () => {
    for (const product of queue) {
      await registerDemoProduct(product, today);
      shown.step();
    }
  };
  try {
    await Promise.all(Array.from({ length: parallel }, work));
  } finally {
    shown.end();
  }
}

/** Another process may be seeding too: a sku that was taken meanwhile is as good as added. */
async function registerDemoProduct(product: DemoProduct, today: number): Promise<void> {
  const { sku, categorySlug, merchantSlug, family, title, description, priceKrw, stock } = product;
  const { createdDaysAgo, reviews, pictures } = product;
  const drawn = pictures.map((picture) =>
    rasterise(picture.draw(), PICTURE_SIDE, PICTURE_SIDE, JPEG_QUALITY),
  );
  const daysAgo = (days: number) => new Date(today - days * DAY_MS);
  try {
    await registerProduct({
      ...{ sku, categorySlug, merchantSlug, family, title, description, priceKrw, stock },
      createdAt: daysAgo(createdDaysAgo),
      reviews: reviews.map(({ daysAgo: days, ...review }) => ({ ...review, createdAt: daysAgo(days) })),
      pictures: await Promise.all(drawn),
    });
  } catch (error) {
    if (!(error instanceof CallerError && error.code === 'already-exists')) throw error;
  }
}
