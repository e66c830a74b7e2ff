import { inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { putMerchants } from '@/db/queries/shelves';
import { product } from '@/db/schema';
import type { Scope } from '@/lib/auth';
import { getProduct, indexStatus, similarProducts } from '@/lib/catalogue';
import { indexService } from '@/lib/catalogue/index-service';
import { CallerError } from '@/lib/errors';
import {
  deleteProducts,
  listProducts,
  restoreProducts,
  setStocks,
  undoStocks,
} from '@/lib/merchant/products';
import { formContents } from '@/lib/merchant/register';
import { picture, plantProduct, plantShelves } from '@/scripts/testing/plant';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';

/** The promise is a second; a busy machine gets more, and what never happens is found all the same. */
const SOON = { timeout: 15_000, interval: 20 };
const MINE: Scope = { merchantId: 1 };
const THEIRS: Scope = { merchantId: 2 };
const NOBODYS = 4_000_000_000;

let test: TestDatabase;
let mine: number[];
let theirs: number;
let round = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  await plantShelves(test.db);
  await putMerchants(test.db, [{ id: 2, slug: 'second', nameKo: '둘째 가게', nameEn: 'Second shop' }]);
});
afterAll(async () => {
  await indexService().stop();
  await test.drop();
});
beforeEach(async () => {
  round++;
  mine = [];
  for (const n of [1, 2, 3]) mine.push(await plantProduct(test.db, { sku: `mine-${round}-${n}`, stock: n }));
  theirs = await plantProduct(test.db, { sku: `theirs-${round}`, stock: 9, merchantId: 2 });
});

it('sets the stock of one’s own products, says what it was, and writes each to the log once', async () => {
  const before = await loggedChanges();
  const [first, second] = mine as [number, number];
  expect(await setStocks(MINE, [second, first, second], 40)).toEqual({
    changed: [
      { id: first, before: 1, after: 40 },
      { id: second, before: 2, after: 40 },
    ],
    missing: [],
  });
  expect(await stocks()).toEqual([40, 40, 3, 9]);
  expect((await loggedChanges()) - before).toBe(2);
});

it('takes a change of stock back, but leaves what somebody has changed since', async () => {
  const { changed } = await setStocks(MINE, mine, 0);
  await setStocks(MINE, [mine[1]!], 70);
  expect(await undoStocks(MINE, changed)).toEqual({
    changed: [
      { id: mine[0], before: 0, after: 1 },
      { id: mine[2], before: 0, after: 3 },
    ],
    missing: [mine[1]],
  });
  expect(await stocks()).toEqual([1, 70, 3, 9]);
});

it('deletes and restores with everything as it was', async () => {
  const [first, second] = mine as [number, number];
  const before = await getProduct(first);
  expect(await deleteProducts(MINE, [first, second])).toEqual({ changed: [first, second], missing: [] });
  expect(await getProduct(first)).toBeNull();
  expect(await formContents(MINE, first)).toBeNull();
  expect(await deleteProducts(MINE, [first])).toEqual({ changed: [], missing: [first] });
  expect(await setStocks(MINE, [first], 8)).toEqual({ changed: [], missing: [first] });
  expect(await restoreProducts(MINE, [first, mine[2]!])).toEqual({ changed: [first], missing: [mine[2]] });
  expect(await getProduct(first)).toEqual(before);
  expect(await getProduct(second)).toBeNull();
});

it('another merchant’s product answers to every read and write as one that does not exist', async () => {
  const before = await getProduct(theirs);
  const logged = await loggedChanges();
  for (const foreign of [theirs, NOBODYS]) {
    expect(await formContents(MINE, foreign)).toBeNull();
    expect(await setStocks(MINE, [foreign], 0)).toEqual({ changed: [], missing: [foreign] });
    expect(await undoStocks(MINE, [{ id: foreign, before: 0, after: 9 }])).toEqual({
      changed: [],
      missing: [foreign],
    });
    expect(await deleteProducts(MINE, [foreign])).toEqual({ changed: [], missing: [foreign] });
  }
  expect(await getProduct(theirs)).toEqual(before);
  await deleteProducts(THEIRS, [theirs]);
  expect(await restoreProducts(MINE, [theirs])).toEqual({ changed: [], missing: [theirs] });
  expect(await getProduct(theirs)).toBeNull();
  expect((await loggedChanges()) - logged).toBe(1);
});

it('a list with a foreign number among one’s own changes one’s own and names the other', async () => {
  expect(await deleteProducts(MINE, [mine[0]!, theirs])).toEqual({ changed: [mine[0]], missing: [theirs] });
  expect(await getProduct(theirs)).not.toBeNull();
});

it('no list shows another merchant’s product, whatever is searched for', async () => {
  await deleteProducts(THEIRS, [await plantProduct(test.db, { sku: `theirs-gone-${round}`, merchantId: 2 })]);
  for (const view of ['all', 'deleted'] as const) {
    for (const text of [undefined, 'theirs', `theirs-${round}`]) {
      const query = { view, text, sort: 'newest', place: { from: 'start' }, perPage: 200 } as const;
      const shown = (await listProducts(MINE, query)).items.map(({ id }) => id);
      expect(await merchantsOf(shown)).not.toContain(2);
    }
  }
});

it('an admin works on the products of all', async () => {
  const { changed } = await setStocks('all', [mine[0]!, theirs], 0);
  expect(changed).toHaveLength(2);
  expect(await formContents('all', theirs)).toMatchObject({ merchantId: 2, fields: { stock: '0' } });
});

it('shows all that can be changed of one’s own product, pictures with their numbers', async () => {
  const id = await plantProduct(test.db, {
    sku: `whole-${round}`,
    family: 'fam',
    pictures: [picture(1), picture(2)],
  });
  const own = (await formContents(MINE, id))!;
  const { sku, title, description, category, priceKrw, pictures } = (await getProduct(id))!;
  expect(own.fields).toMatchObject({
    ...{ titleKo: title.ko, titleEn: title.en, sku, family: 'fam' },
    ...{ descriptionKo: description.ko, descriptionEn: description.en, category: category.slug },
  });
  expect(Number(own.fields.priceKrw.replaceAll(',', ''))).toBe(priceKrw);
  const shown = own.pictures.flatMap((one) => ('image' in one ? one : []));
  expect(shown.map(({ src }) => src)).toEqual(pictures.map(({ src }) => src));
  expect(new Set(shown.map(({ image }) => image)).size).toBe(2);
  expect(own.pictures).toHaveLength(2);
});

const refused: [string, () => Promise<unknown>][] = [
  ['no product', () => setStocks(MINE, [], 1)],
  [
    '501 products',
    () =>
      deleteProducts(
        MINE,
        Array.from({ length: 501 }, (_, i) => i + 1),
      ),
  ],
  ['a number with a fraction', () => restoreProducts(MINE, [1.5])],
  ['words for numbers', () => deleteProducts(MINE, ['1 or 1=1'] as unknown as number[])],
  ['a stock below zero', () => setStocks(MINE, [1], -1)],
  ['a stock that is no number', () => setStocks(MINE, [1], NaN)],
  ['a change that is none', () => undoStocks(MINE, [{ id: 1 }] as never)],
];

it.each(refused)('%s is refused', async (_, call) => {
  await expect(call()).rejects.toThrow(CallerError);
});

it('500 products are changed in one call', async () => {
  const others = Array.from({ length: 498 }, (_, i) => 3_000_000_000 + i);
  const { changed, missing } = await setStocks(MINE, [...others, ...mine.slice(0, 2)], 12);
  expect(changed.map(({ id }) => id)).toEqual(mine.slice(0, 2));
  expect(missing).toEqual(others);
});

it('shoppers’ recommendations follow: sold out and deleted leave, undone and restored come back', async () => {
  indexService().start();
  await vi.waitFor(() => expect(indexStatus().state).toBe('ready'), SOON);
  const [asked, other] = mine as [number, number];
  const recommended = async () => {
    const result = await similarProducts(asked, { limit: 50 });
    return result.state === 'ready' ? result.items.map(({ id }) => id) : [];
  };
  await vi.waitFor(async () => expect(await recommended()).toContain(other), SOON);
  const { changed } = await setStocks(MINE, [other], 0);
  await vi.waitFor(async () => expect(await recommended()).not.toContain(other), SOON);
  await undoStocks(MINE, changed);
  await vi.waitFor(async () => expect(await recommended()).toContain(other), SOON);
  await deleteProducts(MINE, [other]);
  await vi.waitFor(async () => expect(await recommended()).not.toContain(other), SOON);
  await restoreProducts(MINE, [other]);
  await vi.waitFor(async () => expect(await recommended()).toContain(other), SOON);
});

async function stocks(): Promise<(number | undefined)[]> {
  const rows = await test.db
    .select({ id: product.id, stock: product.stock })
    .from(product)
    .where(inArray(product.id, [...mine, theirs]));
  return [...mine, theirs].map((id) => rows.find((row) => row.id === id)?.stock);
}

async function merchantsOf(ids: number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await test.db
    .select({ merchantId: product.merchantId })
    .from(product)
    .where(inArray(product.id, ids));
  return rows.map(({ merchantId }) => merchantId);
}

async function loggedChanges(): Promise<number> {
  const [rows] = await test.db.execute(sql`select count(*) as n from change_log`);
  return Number((rows as unknown as { n: number }[])[0]?.n);
}
