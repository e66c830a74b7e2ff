import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { FeatureFile } from '@/lib/catalogue/feature-file';
import { loadIndex } from '@/lib/catalogue/load-index';
import { releaseSearch, searchIn } from '@/lib/catalogue/open-search';
import { plantProduct, PLANTED_MODEL, plantShelves } from '@/scripts/testing/plant';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  await plantShelves(test.db);
  await plantProduct(test.db, { sku: 'one' });
});
afterAll(async () => {
  releaseSearch();
  await test.drop();
});

it('every bundle of the process has the same search', async () => {
  const { live } = await loadIndex(test.db, PLANTED_MODEL, () => {});
  const search = await searchIn(live);
  vi.resetModules();
  const again = await import('@/lib/catalogue/open-search');
  expect(again.searchIn).not.toBe(searchIn);
  expect(await again.searchIn(live)).toBe(search);
});

it('the two files of a former index are closed, when another is searched and when it is let go', async () => {
  const closing = vi.spyOn(FeatureFile.prototype, 'close');
  const { live: former } = await loadIndex(test.db, PLANTED_MODEL, () => {});
  const { live } = await loadIndex(test.db, PLANTED_MODEL, () => {});
  await searchIn(former);
  closing.mockClear();
  await searchIn(live);
  await vi.waitFor(() => expect(closing).toHaveBeenCalledTimes(2));
  releaseSearch();
  await vi.waitFor(() => expect(closing).toHaveBeenCalledTimes(4));
});
