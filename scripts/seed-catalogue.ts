import { putCategories, putMerchants, takenSkus } from '@/db/queries/shelves';
import type { DemoCatalogue } from '@/db/seed/types';
import { database } from '@/lib/database';
import { describeMissing } from '@/scripts/describe-missing';
import type { Progress } from '@/scripts/seed-progress';

export interface SeedOptions {
  /** How many products are in the making at a time. */
  readonly parallel: number;
  readonly progress: (what: string, total: number) => Progress;
}

/**
 * Registers the products of the catalogue whose sku their merchant has not taken, each whole or not at all, and has the
 * model in use look at pictures it has not seen. Run again after any interruption it goes on from there; run on a
 * complete catalogue it changes nothing, and loads neither network nor picture library.
 */
export async function seedCatalogue(catalogue: DemoCatalogue, options: SeedOptions) {
  const taken = await takenSkus(database(), catalogue.products);
  const missing = catalogue.products.filter((product) => !taken.has(product));
  if (missing.length > 0) {
    await putShelves(catalogue);
    const { registerDemoProducts } = await import('@/scripts/seed-products');
    await registerDemoProducts(missing, options);
  }
  return { added: missing.length, described: await describeMissing(options.progress) };
}

async function putShelves({ merchants, categories }: DemoCatalogue): Promise<void> {
  await putMerchants(
    database(),
    merchants.map(({ slug, name }) => ({ slug, nameKo: name.ko, nameEn: name.en })),
  );
  await putCategories(
    database(),
    categories.map(({ slug, title }, position) => ({ slug, titleKo: title.ko, titleEn: title.en, position })),
  );
}
