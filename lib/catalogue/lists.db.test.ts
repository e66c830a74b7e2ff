import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  deleteProduct,
  getProduct,
  listCategories,
  listProducts,
  listReviews,
  newestProducts,
  todaysPicks,
} from '@/lib/catalogue';
import { SORTS, type ListQuery, type Sort } from '@/lib/catalogue/types';
import { plantProduct, plantShelves, type Plant, seededRandom } from '@/scripts/testing/plant';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';

const COUNT = 120;
const FIRST: ListQuery = { sort: 'newest', page: 1, perPage: 24 };
const FRUITS = ['사과', '바나나', '딸기', '포도'];
const ENGLISH = ['Apple', 'Banana', 'Strawberry', 'Grape'];

type Known = Required<Omit<Plant, 'pictures' | 'merchantId'>> & { id: number; deleted: boolean };

let test: TestDatabase;
const known: Known[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  await plantShelves(test.db, 4);
  const random = seededRandom(5);
  const whole = (below: number) => Math.floor(random() * below);
  for (let i = 0; i < COUNT; i++) {
    const fruit = whole(4);
    const plant = {
      sku: `sku-${i}`,
      categoryId: 1 + whole(3),
      title: { ko: `${FRUITS[fruit]} 초콜릿 우유 ${i}호`, en: `${ENGLISH[fruit]} chocolate milk No ${i}` },
      priceKrw: 1_000 + whole(12) * 100,
      stock: whole(3),
      family: i % 2 ? `family-${whole(20)}` : null,
      createdAt: new Date(Date.UTC(2026, 0, 1 + whole(40))),
      ratings: Array.from({ length: whole(4) }, () => 1 + whole(5)),
    };
    known.push({ ...plant, id: await plantProduct(test.db, plant), deleted: false });
  }
  for (const one of known.filter((_, i) => i % 11 === 0)) {
    await deleteProduct(one.id);
    one.deleted = true;
  }
});
afterAll(() => test.drop());

const combinations = SORTS.flatMap((sort) =>
  [undefined, 'shelf-2'].flatMap((category) =>
    [false, true].map((inStockOnly) => ({ sort, category, inStockOnly })),
  ),
);

it.each(combinations)('pages hold what sorting and cutting everything in memory gives: %j', async (query) => {
  const expected = sorted(query.sort, query.category, query.inStockOnly);
  const seen: number[] = [];
  for (let page = 1; ; page++) {
    const result = await listProducts({ ...query, page, perPage: 7 });
    expect(result).toMatchObject({ total: expected.length, page, pageCount: Math.ceil(expected.length / 7) });
    if (result.items.length === 0) break;
    seen.push(...result.items.map((item) => item.id));
  }
  expect(seen).toEqual(expected);
});

it.each([
  ['사과', (one: Known) => one.title.ko.includes('사과')],
  ['초콜릿 딸기', (one: Known) => one.title.ko.includes('딸기')],
  ['콜릿', () => true],
  ['과', (one: Known) => one.title.ko.includes('사과')],
  ['BANANA', (one: Known) => one.title.en.includes('Banana')],
  ['straw', (one: Known) => one.title.en.includes('Strawberry')],
  ['포도 grape', (one: Known) => one.title.en.includes('Grape')],
  ['사과 grape', () => false],
  ['no', () => true],
  ['the', () => false],
  ['수박', () => false],
] as const)('a search for %s finds what has it in either language', async (text, has) => {
  const result = await listProducts({ ...FIRST, text, perPage: 200 });
  const expected = sorted('newest').filter((id) => has(known.find((one) => one.id === id)!));
  expect(result.items.map((item) => item.id)).toEqual(expected);
  expect(result.total).toBe(expected.length);
});

it.each(['', '  ', '+-><()~*"@', '%', '\\', "' or 1=1 --", '")', '사과"', '+사과*', '`', '\0', '🍎'])(
  'typing %j is harmless',
  async (text) => {
    const result = await listProducts({ ...FIRST, text });
    const words = text.match(/[\p{L}\p{N}]+/gu);
    if (!words) expect(result.total).toBe(text.trim() === '' ? sorted('newest').length : 0);
    else
      expect(result.total).toBe(
        text.includes('사과')
          ? sorted('newest').filter((id) => known.find((one) => one.id === id)!.title.ko.includes('사과'))
              .length
          : 0,
      );
  },
);

it('a search keeps to the shelf and to what is in stock', async () => {
  const result = await listProducts({ ...FIRST, text: '사과', category: 'shelf-1', inStockOnly: true });
  const expected = sorted('newest', 'shelf-1', true).filter((id) =>
    known.find((one) => one.id === id)!.title.ko.includes('사과'),
  );
  expect(result.items.map((item) => item.id)).toEqual(expected);
});

it('an unknown shelf is empty, and numbers out of range are brought into it', async () => {
  expect(await listProducts({ ...FIRST, category: 'nowhere' })).toMatchObject({
    total: 0,
    items: [],
    pageCount: 0,
  });
  expect(await listProducts({ ...FIRST, page: -3 })).toMatchObject({ page: 1 });
  expect(await listProducts({ ...FIRST, page: NaN, perPage: 0 })).toMatchObject({
    page: 1,
    items: { length: 1 },
  });
  expect(await listProducts({ ...FIRST, page: 1e300 })).toMatchObject({ items: [] });
});

it('a card shows what is known of the product', async () => {
  const one = known.find(({ ratings, deleted }) => ratings.length > 1 && !deleted)!;
  const page = await listProducts({ ...FIRST, perPage: 200 });
  const sum = one.ratings.reduce((a, b) => a + b, 0);
  expect(page.items.find((item) => item.id === one.id)).toEqual({
    id: one.id,
    title: one.title,
    priceKrw: one.priceKrw,
    inStock: one.stock > 0,
    category: {
      id: one.categoryId,
      slug: `shelf-${one.categoryId}`,
      title: { ko: `선반 ${one.categoryId}`, en: `Shelf ${one.categoryId}` },
    },
    merchant: { ko: '상인', en: 'Merchant' },
    rating: sum / one.ratings.length,
    reviewCount: one.ratings.length,
    picture: {
      src: expect.stringMatching(/^\/media\/([0-9a-f]{2})\/\1[0-9a-f]{62}$/),
      width: 1000,
      height: 1000,
      placeholder: 'data:,',
    },
  });
});

it('a product is read whole with its reviews, and a deleted or impossible one is not there', async () => {
  const one = known.find(({ ratings, deleted }) => ratings.length > 1 && !deleted)!;
  const product = await getProduct(one.id);
  expect(product).toMatchObject({
    id: one.id,
    sku: one.sku,
    stock: one.stock,
    family: one.family,
    createdAt: one.createdAt,
  });
  expect(product?.pictures).toHaveLength(1);
  const reviews = await listReviews(one.id, 10);
  expect(reviews.map((review) => review.rating).toSorted()).toEqual(one.ratings.toSorted());
  expect(await listReviews(one.id, 1)).toHaveLength(1);
  for (const id of [known.find(({ deleted }) => deleted)!.id, 99_999, 0, -1, 1.5, NaN, 2 ** 40]) {
    expect(await getProduct(id)).toBeNull();
  }
});

it('shelves come in menu order with how many are on them, empty ones too', async () => {
  const shelves = await listCategories();
  expect(shelves.map(({ slug, productCount }) => [slug, productCount])).toEqual(
    [1, 2, 3, 4].map((id) => [`shelf-${id}`, sorted('newest', `shelf-${id}`).length]),
  );
  expect(shelves.map(({ picture }) => picture !== null)).toEqual([true, true, true, false]);
});

it('the newest products are those of the list', async () => {
  const newest = await newestProducts(9);
  expect(newest.map((item) => item.id)).toEqual(sorted('newest').slice(0, 9));
});

it("today's picks stay the same all day, can all be bought, and no two are of one family", async () => {
  const picks = await todaysPicks(10);
  expect(picks).toHaveLength(10);
  expect(await todaysPicks(10)).toEqual(picks);
  expect(picks.every((pick) => pick.inStock)).toBe(true);
  const families = picks
    .map((pick) => known.find((one) => one.id === pick.id)!.family)
    .filter((family) => family !== null);
  expect(new Set(families).size).toBe(families.length);
  expect(await todaysPicks(0)).toEqual([]);
});

/** Ids of what should be listed, sorted and filtered the plain way. */
function sorted(sort: Sort, category?: string, inStockOnly = false): number[] {
  const rating = ({ ratings }: Known) =>
    ratings.length === 0 ? 0 : Math.round((ratings.reduce((a, b) => a + b, 0) * 1000) / ratings.length);
  const order: Record<Sort, (a: Known, b: Known) => number> = {
    newest: (a, b) => b.createdAt.getTime() - a.createdAt.getTime() || b.id - a.id,
    'price-asc': (a, b) => a.priceKrw - b.priceKrw || a.id - b.id,
    'price-desc': (a, b) => b.priceKrw - a.priceKrw || b.id - a.id,
    rating: (a, b) => rating(b) - rating(a) || b.id - a.id,
  };
  return known
    .filter(
      (one) =>
        !one.deleted &&
        (!category || `shelf-${one.categoryId}` === category) &&
        (!inStockOnly || one.stock > 0),
    )
    .sort(order[sort])
    .map((one) => one.id);
}
