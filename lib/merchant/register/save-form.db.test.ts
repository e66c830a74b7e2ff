import { asc, eq } from 'drizzle-orm';
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
  expect(await jobsOf(id)).toEqual([one, two]);

  // The first one was taken away in the form, which never knew the second.
  const [known, three] = [[{ job: one }], (await upload(await drawn(3))).id];
  await saveForm(SCOPE, id, { fields, known, pictures: [{ job: three }], untouched });
  expect(await jobsOf(id)).toEqual([one, two]);
  const touched = untouched.filter((part) => part !== 'pictures');
  await saveForm(SCOPE, id, { fields, known, pictures: [{ job: three }], untouched: touched });
  expect(await jobsOf(id)).toEqual([three, two]);

  await saveForm(SCOPE, id, { fields: { ...fields, stock: '0' }, pictures: [{ job: two }], untouched: [] });
  const [later] = await test.db.select().from(product).where(eq(product.id, id));
  expect(later).toMatchObject({ priceKrw: 900, stock: 0 });
  expect(await jobsOf(id)).toEqual([two]);
});

/** The product's pictures under way, in the order of their places. */
async function jobsOf(productId: number): Promise<number[]> {
  const rows = await test.db
    .select({ id: imageJob.id })
    .from(imageJob)
    .where(eq(imageJob.productId, productId))
    .orderBy(asc(imageJob.position));
  return rows.map(({ id }) => id);
}
