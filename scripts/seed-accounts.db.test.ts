import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { putMerchants } from '@/db/queries/shelves';
import { demoCatalogue } from '@/db/seed';
import { changePassword, listAccounts, passwordFits } from '@/lib/auth/accounts';
import { demoAccounts } from '@/lib/auth/demo-accounts';
import { demoSecrets } from '@/scripts/demo/secrets';
import { seedAccounts } from '@/scripts/seed-accounts';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';

const catalogue = demoCatalogue();
let test: TestDatabase;
let folder: string;

beforeAll(async () => {
  test = await createTestDatabase();
  folder = path.join(process.env.STORAGE_DIR ?? '', 'secrets');
  const names = catalogue.merchants.map(({ slug, name }) => ({ slug, nameKo: name.ko, nameEn: name.en }));
  await putMerchants(test.db, names);
});
afterAll(() => test.drop());
afterEach(() => vi.unstubAllEnvs());

it('outside a demo there are no accounts that anybody knows', async () => {
  vi.stubEnv('DEMO_SECRETS', demoSecrets(folder, {}).DEMO_SECRETS);
  expect(await demoAccounts()).toEqual([]);
  await seedAccounts(catalogue);
  expect(await listAccounts()).toEqual([]);
});

it('the demo’s merchant has its largest shop, the other one another, and the shown passwords are right', async () => {
  rmSync(folder, { recursive: true, force: true });
  enterDemo();
  await seedAccounts(catalogue);
  const shops = Object.fromEntries((await listAccounts()).map((one) => [one.email, one.merchantSlug]));
  const sizes = catalogue.merchants.map(({ slug }) => sizeOf(slug));
  expect(sizeOf(shops['merchant@dalma.example'] ?? '')).toBe(Math.max(...sizes));
  expect(shops['other-merchant@dalma.example']).not.toBe(shops['merchant@dalma.example']);
  expect(shops['admin@dalma.example']).toBeNull();
  for (const { email, password } of await demoAccounts())
    expect(await passwordFits(email, password)).toBe(true);
});

it('seeding again gives an account whose password was changed the shown one again', async () => {
  enterDemo();
  await changePassword('admin@dalma.example', 'four unrelated words');
  await seedAccounts(catalogue);
  const admin = (await demoAccounts()).find(({ as }) => as === 'admin');
  expect(await passwordFits('admin@dalma.example', admin?.password ?? '')).toBe(true);
  expect(await listAccounts()).toHaveLength(3);
});

function enterDemo(): void {
  for (const [name, value] of Object.entries(demoSecrets(folder, {}, 'test'))) vi.stubEnv(name, value);
}

function sizeOf(slug: string): number {
  return catalogue.products.filter((product) => product.merchantSlug === slug).length;
}
