import { afterAll, beforeAll, expect, it } from 'vitest';
import { product, signature } from '@/db/schema';
import { loadIndex } from '@/lib/catalogue/load-index';
import { encodeTopFilters } from '@/lib/catalogue/top-filters';
import { picture, PLANTED_MODEL, plantShelves } from '@/scripts/testing/plant';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';

/** Two chunks, filled to the last row. */
const PICTURES = 10_000;
const topFilters = encodeTopFilters(picture(1).topFilters);

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  await plantShelves(test.db);
  for (let first = 1; first <= PICTURES; first += 1_000) await plantThousand(first);
  await plantThousand(PICTURES + 1, new Date());
});
afterAll(() => test.drop());

it('a catalogue of several chunks is read whole, every picture once, and progress only grows', async () => {
  const shares: number[] = [];
  const { live } = await loadIndex(test.db, PLANTED_MODEL, (share) => shares.push(share));
  expect(live).toMatchObject({ pictures: PICTURES, products: PICTURES });
  const found = live.narrow(picture(1).topFilters, { mode: 'overlap', limit: 2 * PICTURES });
  expect([...found].sort((a, b) => a - b)).toEqual(Array.from({ length: PICTURES }, (_, i) => 3 * (i + 1)));
  expect(shares).toHaveLength(2);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
});

it('whoever stops it half-way hears nothing more of it', async () => {
  const stop = () => {
    throw new Error('enough');
  };
  await expect(loadIndex(test.db, PLANTED_MODEL, stop)).rejects.toThrow('enough');
});

/** Products with a picture each, whose numbers are three times theirs: there are gaps. */
async function plantThousand(first: number, deletedAt: Date | null = null): Promise<void> {
  const ids = Array.from({ length: 1_000 }, (_, i) => first + i);
  const words = { titleKo: '', titleEn: '', descriptionKo: '', descriptionEn: '', searchText: '' };
  const things = { merchantId: 1, categoryId: 1, priceKrw: 1, stock: 1, createdAt: new Date(0), deletedAt };
  await test.db.insert(product).values(ids.map((id) => ({ id, sku: `p${id}`, ...words, ...things })));
  const rows = ids.map((id) => ({ modelId: PLANTED_MODEL, imageId: 3 * id, productId: id, topFilters }));
  await test.db.insert(signature).values(rows);
}
