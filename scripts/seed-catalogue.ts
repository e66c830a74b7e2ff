import { putCategories, putMerchants, takenSkus } from '@/db/queries/shelves';
import type { DemoCatalogue, DemoProduct } from '@/db/seed/types';
import { describePictures, picturesToDescribe } from '@/lib/catalogue/describe-pictures';
import { registerProduct } from '@/lib/catalogue/register-product';
import { database } from '@/lib/database';
import { CallerError } from '@/lib/errors';
import { rasterise } from '@/lib/vision';
import type { Progress } from '@/scripts/seed-progress';

const PICTURE_SIDE = 1000;
const JPEG_QUALITY = 92;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface SeedOptions {
  /** How many products are in the making at a time. */
  readonly parallel: number;
  readonly progress: (what: string, total: number) => Progress;
}

/**
 * Registers the products of the catalogue whose sku is not taken, each whole or not at all, and has the model in use
 * look at pictures it has not seen. Run again after any interruption it goes on from there; run on a complete
 * catalogue it changes nothing.
 */
export async function seedCatalogue(catalogue: DemoCatalogue, options: SeedOptions) {
  const db = database();
  const known = await takenSkus(
    db,
    catalogue.products.map((product) => product.sku),
  );
  const missing = catalogue.products.filter((product) => !known.has(product.sku));
  if (missing.length > 0) {
    await putMerchants(db, catalogue.merchants.map(toMerchant));
    await putCategories(db, catalogue.categories.map(toCategory));
    await addProducts(missing, options);
  }
  return { added: missing.length, described: await describeMissing(options) };
}

async function addProducts(
  missing: readonly DemoProduct[],
  { parallel, progress }: SeedOptions,
): Promise<void> {
  const shown = progress('Drawing products', missing.length);
  const today = startOfToday();
  const queue = missing.values();
  const work = async () => {
    for (const product of queue) {
      await addProduct(product, today);
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
async function addProduct(product: DemoProduct, today: number): Promise<void> {
  const { flavour: _, createdDaysAgo, reviews, pictures, ...rest } = product;
  const drawn = await Promise.all(
    pictures.map((picture) => rasterise(picture.draw(), PICTURE_SIDE, PICTURE_SIDE, JPEG_QUALITY)),
  );
  try {
    await registerProduct({
      ...rest,
      createdAt: new Date(today - createdDaysAgo * DAY_MS),
      reviews: reviews.map(({ daysAgo, ...review }) => ({
        ...review,
        createdAt: new Date(today - daysAgo * DAY_MS),
      })),
      pictures: drawn,
    });
  } catch (error) {
    if (!(error instanceof CallerError && error.code === 'already-exists')) throw error;
  }
}

async function describeMissing({ progress }: SeedOptions): Promise<number> {
  const total = await picturesToDescribe();
  if (total === 0) return 0;
  const shown = progress('Describing pictures', total);
  try {
    return await describePictures(shown.step);
  } finally {
    shown.end();
  }
}

function toMerchant({ slug, name }: DemoCatalogue['merchants'][number]) {
  return { slug, nameKo: name.ko, nameEn: name.en };
}

function toCategory({ slug, title }: DemoCatalogue['categories'][number], position: number) {
  return { slug, titleKo: title.ko, titleEn: title.en, position };
}

function startOfToday(): number {
  return Math.floor(Date.now() / DAY_MS) * DAY_MS;
}
