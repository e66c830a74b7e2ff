import { mkdirSync, rmSync } from 'node:fs';
import { gt, sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { changeLog } from '@/db/schema';
import type { FeatureFile } from '@/lib/catalogue/feature-file';
import { type FeatureKind } from '@/lib/catalogue/feature-file';
import { keepFeatures } from '@/lib/catalogue/keep-features';
import { openFeatureFile } from '@/lib/catalogue/open-feature-file';
import { indexEnv } from '@/lib/env';
import { plantProduct, PLANTED_MODEL, plantShelves } from '@/scripts/testing/plant';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';

const KIND: FeatureKind = { modelId: PLANTED_MODEL, name: 'intensities', payloadBytes: 512 };

let test: TestDatabase;
let open: FeatureFile[];

beforeEach(async () => {
  rmSync(indexEnv().INDEX_DIR, { recursive: true, force: true });
  mkdirSync(indexEnv().INDEX_DIR, { recursive: true });
  test = await createTestDatabase();
  await plantShelves(test.db);
  open = [];
});
afterEach(async () => {
  open.forEach((file) => file.close());
  await test.drop();
});

it('a database restored under a running shop takes the whole file away before anything is written', async () => {
  await plantProduct(test.db, { sku: 'kept' });
  const file = await opened();
  expect(await keepFeatures(test.db, file, [record(1)])).toBe(true);
  await plantProduct(test.db, { sku: 'in neither the dump nor what came after' });
  expect(await keepFeatures(test.db, file, [record(2)])).toBe(true);
  await restoreTo(1);
  await plantProduct(test.db, { sku: 'another second product' });
  await plantProduct(test.db, { sku: 'a third' });
  expect(await keepFeatures(test.db, file, [record(3)])).toBe(false);
  const next = await opened();
  expect([1, 2, 3].map((id) => next.read(id))).toEqual([null, null, null]);
  expect(file.writable).toBe(false);
});

it('nothing is written while the change log is empty, since that would be believed in any database', async () => {
  const file = await opened();
  expect(await keepFeatures(test.db, file, [record(1)])).toBe(false);
  expect(file.read(1)).toBeNull();
  await plantProduct(test.db, { sku: 'first' });
  // What was read before there was a horizon may be of another database.
  expect(await keepFeatures(test.db, file, [record(1)])).toBe(false);
  expect(await keepFeatures(test.db, file, [record(1)])).toBe(true);
  expect(file.read(1)?.[0]).toBe(1);
});

async function opened(): Promise<FeatureFile> {
  const file = (await openFeatureFile(test.db, KIND))!;
  open.push(file);
  return file;
}

function record(imageId: number) {
  return { imageId, bytes: new Uint8Array(512).fill(imageId) };
}

/** Sets the log back to a number, as a dump of that moment does. */
async function restoreTo(seq: number): Promise<void> {
  await test.db.delete(changeLog).where(gt(changeLog.seq, seq));
  await test.db.execute(sql`update change_ticket set seq = ${seq}`);
}
