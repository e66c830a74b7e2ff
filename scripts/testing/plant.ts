import { createHash } from 'node:crypto';
import type { Database } from '@/db';
import { putCategories, putMerchants } from '@/db/queries/shelves';
import { insertPictures, insertProduct, insertReviews, type Described } from '@/db/queries/write-product';
import { changeCatalogue } from '@/lib/catalogue/change-catalogue';
import { searchText } from '@/lib/catalogue/search-text';
import { encodeTopFilters } from '@/lib/catalogue/top-filters';
import { FEATURE_BYTES, FILTERS } from '@/lib/engine';
import { seededRandom } from '@/lib/engine/seeded-random';
import { DEFAULT_MODEL_ID } from '@/lib/vision/manifest';
import { STORED_FILTERS } from '@/lib/vision/signature';

export { seededRandom };

/** The model that planted signatures are said to be of: the one in use when nothing is set. */
export const PLANTED_MODEL = DEFAULT_MODEL_ID;

export interface PlantedPicture {
  readonly topFilters: Uint16Array;
  readonly featureBits: Uint8Array;
  readonly intensityBytes: Uint8Array;
}

export interface Plant {
  readonly sku: string;
  readonly categoryId?: number;
  /** Default 1; others must be put there by the test. */
  readonly merchantId?: number;
  readonly title?: { readonly ko: string; readonly en: string };
  readonly priceKrw?: number;
  readonly stock?: number;
  readonly family?: string | null;
  readonly createdAt?: Date;
  readonly ratings?: readonly number[];
  readonly pictures?: readonly PlantedPicture[];
}

/** Merchant 1 and `categories` categories, numbered from 1, slugs `shelf-1` … */
export async function plantShelves(db: Database, categories = 3): Promise<void> {
  await putMerchants(db, [{ id: 1, slug: 'merchant', nameKo: '상인', nameEn: 'Merchant' }]);
  const numbers = Array.from({ length: categories }, (_, i) => i + 1);
  await putCategories(
    db,
    numbers.map((id) => ({
      id,
      slug: `shelf-${id}`,
      titleKo: `선반 ${id}`,
      titleEn: `Shelf ${id}`,
      position: id,
    })),
  );
}

/** Writes a product as registering does, but with made-up pictures: no model and no files are needed. */
export async function plantProduct(db: Database, plant: Plant): Promise<number> {
  const title = plant.title ?? { ko: `상품 ${plant.sku}`, en: `Product ${plant.sku}` };
  const createdAt = plant.createdAt ?? new Date('2026-01-01T00:00:00Z');
  return changeCatalogue(db, async (tx, touched) => {
    const id = await insertProduct(tx, {
      sku: plant.sku,
      family: plant.family ?? null,
      merchantId: plant.merchantId ?? 1,
      categoryId: plant.categoryId ?? 1,
      titleKo: title.ko,
      titleEn: title.en,
      descriptionKo: '',
      descriptionEn: '',
      priceKrw: plant.priceKrw ?? 1_000,
      stock: plant.stock ?? 5,
      createdAt,
      searchText: searchText([title.ko, title.en]),
    });
    await insertPictures(tx, id, (plant.pictures ?? [picture(numberFrom(plant.sku))]).map(described));
    const ratings = plant.ratings ?? [];
    await insertReviews(
      tx,
      id,
      ratings.map((rating) => ({ author: 'Buyer', rating, textKo: '', textEn: '', createdAt })),
    );
    touched(id);
    return id;
  });
}

/** A made-up picture; the same seed gives the same one, near seeds have nothing in common. */
export function picture(seed: number): PlantedPicture {
  const random = seededRandom(seed);
  const filters = new Set<number>();
  while (filters.size < STORED_FILTERS) filters.add(Math.floor(random() * FILTERS));
  const featureBits = Uint8Array.from({ length: FEATURE_BYTES }, () => random() * 256);
  const topFilters = Uint16Array.from(filters);
  return { topFilters, featureBits, intensityBytes: intensitiesOf(topFilters, random) };
}

/** Intensities of which the given filters are the strongest, in their order. */
function intensitiesOf(topFilters: Uint16Array, random: () => number): Uint8Array {
  const bytes = Uint8Array.from({ length: FILTERS }, () => random() * 200);
  topFilters.forEach((filter, rank) => (bytes[filter] = 255 - rank));
  return bytes;
}

/** The rows of a made-up picture. */
export function described({ topFilters, featureBits, intensityBytes }: PlantedPicture): Described {
  const sha256 = createHash('sha256').update(featureBits).digest('hex');
  return {
    image: { sha256, width: 1000, height: 1000, placeholder: 'data:,' },
    signature: { modelId: PLANTED_MODEL, topFilters: encodeTopFilters(topFilters) },
    feature: { featureBits },
    intensity: { intensities: intensityBytes },
  };
}

function numberFrom(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32LE(0);
}
