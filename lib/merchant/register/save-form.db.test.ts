import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { imageJob, product } from '@/db/schema';
import { createProduct, saveProduct } from '@/lib/merchant/products/save';
import { formContents } from '@/lib/merchant/register/form-contents';
import { saveForm } from '@/lib/merchant/register/save-form';
import { plantShelves } from '@/scripts/testing/plant';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';
import { drawn, upload } from '@/scripts/testing/upload';

const SCOPE = { merchantId: 1 };
const TEXT = { ko: '사과', en: 'Apple' };

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  await plantShelves(test.db);
});
afterAll(() => test.drop());

it('a form open for a while leaves alone what was changed elsewhere and nobody touched in it', async () => {
  const [one, two] = [(await upload(await drawn(1))).id, (await upload(await drawn(2))).id];
  const words = { title: TEXT, description: TEXT, categorySlug: 'shelf-1', priceKrw: 900, stock: 3 };
  const { id } = await createProduct(1, { ...words, pictures: [{ job: one }] });
  const { fields } = (await formContents(SCOPE, id))!;
  await saveProduct(SCOPE, id, { stock: 7, pictures: [{ job: one }, { job: two }] });

  const untouched = ['titleKo', 'titleEn', 'stock', 'pictures'];
  await saveForm(SCOPE, id, {
    ...{ fields: { ...fields, priceKrw: '1,200' }, pictures: [{ job: one }], untouched },
  });
  const [row] = await test.db.select().from(product).where(eq(product.id, id));
  expect(row).toMatchObject({ priceKrw: 1_200, stock: 7 });
  expect(await test.db.$count(imageJob, eq(imageJob.productId, id))).toBe(2);

  await saveForm(SCOPE, id, { fields: { ...fields, stock: '0' }, pictures: [{ job: two }], untouched: [] });
  const [later] = await test.db.select().from(product).where(eq(product.id, id));
  expect(later).toMatchObject({ priceKrw: 900, stock: 0 });
  expect(await test.db.$count(imageJob, eq(imageJob.productId, id))).toBe(1);
});
