import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putMerchants } from '@/db/queries/shelves';
import type { Scope } from '@/lib/auth';
import { listProducts } from '@/lib/merchant/products';
import {
  OWN_SORTS,
  VIEWS,
  type OwnListQuery,
  type OwnSort,
  type Place,
  type View,
} from '@/lib/merchant/products/types';
import { plantRows, type PlantedRow } from '@/scripts/testing/plant-rows';
import { plantProduct, plantShelves } from '@/scripts/testing/plant';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';

const FIRST: OwnListQuery = { view: 'all', sort: 'newest', place: { from: 'start' }, perPage: 7 };
const FIRST_SHOP: Scope = { merchantId: 1 };
const SECOND_SHOP: Scope = { merchantId: 2 };

let test: TestDatabase;
let rows: readonly PlantedRow[];

beforeAll(async () => {
  test = await createTestDatabase();
  await plantShelves(test.db, 4);
  await putMerchants(test.db, [{ id: 2, slug: 'second', nameKo: '둘째 가게', nameEn: 'Second shop' }]);
  rows = await plantRows(test.db, 220);
});
afterAll(() => test.drop());

const combinations = OWN_SORTS.flatMap((sort) =>
  VIEWS.flatMap((view) =>
    [undefined, 'shelf-2'].flatMap((category) =>
      ([FIRST_SHOP, SECOND_SHOP, 'all'] as const).map((scope) => ({ sort, view, category, scope })),
    ),
  ),
);

it.each(combinations)(
  'pages, read to the end and back, hold what sorting and cutting everything in memory gives: %j',
  async ({ scope, ...query }) => {
    const expected = sorted(scope, query);
    const there: number[][] = [];
    let place: Place | null = { from: 'start' };
    let last: Awaited<ReturnType<typeof listProducts>> | undefined;
    while (place) {
      last = await listProducts(scope, { ...FIRST, ...query, place });
      expect(last).toMatchObject({ total: expected.length, capped: false });
      there.push(last.items.map(({ id }) => id));
      place = last.after === null ? null : { after: last.after };
    }
    expect(there.flat()).toEqual(expected);
    const back = [there.at(-1)];
    while (last?.before) {
      last = await listProducts(scope, { ...FIRST, ...query, place: { before: last.before } });
      back.unshift(last.items.map(({ id }) => id));
    }
    expect(back).toEqual(there);
  },
);

it.each(combinations.filter(({ category }) => !category))(
  'the last page ends with the last product, and pages before it lead to the first: %j',
  async ({ scope, ...query }) => {
    const expected = sorted(scope, query);
    const seen: number[] = [];
    let place: Place | null = { from: 'end' };
    while (place) {
      const page = await listProducts(scope, { ...FIRST, ...query, place });
      seen.unshift(...page.items.map(({ id }) => id).filter((id) => !seen.includes(id)));
      place = page.before === null ? null : { before: page.before };
    }
    expect(seen).toEqual(expected);
  },
);

describe('a search', () => {
  it.each<[string, (row: PlantedRow) => boolean]>([
    ['사과', (row) => row.titleKo.includes('사과')],
    ['banana', (row) => row.titleEn.includes('Banana')],
    ['straw milk', (row) => row.titleEn.includes('Strawberry')],
    ['a0000', (row) => row.sku.startsWith('a0000')],
    ['b000010', (row) => row.sku.startsWith('b000010')],
    ['B000010', (row) => row.sku.startsWith('b000010')],
    ['grape b000010', () => false],
    ['%', () => false],
    ['_0000', () => false],
    ['0%', () => false],
    ['a_000', () => false],
    ['🍎', () => false],
    ["' or 1=1 --", () => false],
    ['', () => true],
    ['  ', () => true],
  ])('for %j finds words in either language and beginnings of skus', async (text, has) => {
    for (const scope of [FIRST_SHOP, SECOND_SHOP, 'all'] as const) {
      const page = await listProducts(scope, { ...FIRST, text, perPage: 200 });
      const expected = sorted(scope, FIRST).filter((id) => has(rows[id - 1]!));
      expect(page.items.map(({ id }) => id)).toEqual(expected.slice(0, 200));
      expect(page.total).toBe(expected.length);
    }
  });

  it('keeps to category and view, and finds what was deleted among that alone', async () => {
    const query = { view: 'sold-out', category: 'shelf-1', sort: 'price-asc', text: '사과' } as const;
    const page = await listProducts(FIRST_SHOP, { ...FIRST, ...query, perPage: 200 });
    const has = (id: number) => rows[id - 1]!.titleKo.includes('사과');
    expect(page.items.map(({ id }) => id)).toEqual(sorted(FIRST_SHOP, query).filter(has));
    const gone = await listProducts(FIRST_SHOP, { ...FIRST, view: 'deleted', text: '사과', perPage: 200 });
    expect(gone.items.map(({ id }) => id)).toEqual(
      sorted(FIRST_SHOP, { ...FIRST, view: 'deleted' }).filter(has),
    );
    expect(gone.items.every(({ deletedAt }) => deletedAt !== null)).toBe(true);
  });
});

it.each([
  '',
  'nonsense',
  'W10',
  Buffer.from('["price",1000,3]').toString('base64url'),
  Buffer.from('["created","2026",3]').toString('base64url'),
  Buffer.from('["created",1e99,3]').toString('base64url'),
  Buffer.from('["created",5,-1]').toString('base64url'),
  'A'.repeat(5_000),
])('a mark that is none of this order is taken for the start: %j', async (mark) => {
  const start = await listProducts(FIRST_SHOP, FIRST);
  expect(await listProducts(FIRST_SHOP, { ...FIRST, place: { after: mark } })).toEqual(start);
  expect(await listProducts(FIRST_SHOP, { ...FIRST, place: { before: mark } })).toEqual(start);
});

it('another merchant’s mark shows nothing but one’s own products', async () => {
  const theirs = await listProducts(SECOND_SHOP, FIRST);
  const mine = await listProducts(FIRST_SHOP, { ...FIRST, place: { after: theirs.after! } });
  expect(mine.items.length).toBeGreaterThan(0);
  expect(mine.items.every(({ id }) => rows[id - 1]!.merchantId === 1)).toBe(true);
});

it('a merchant without products, and a category that does not exist, have an empty page', async () => {
  const empty = { items: [], total: 0, capped: false, before: null, after: null };
  expect(await listProducts({ merchantId: 77 }, FIRST)).toEqual(empty);
  expect(await listProducts(FIRST_SHOP, { ...FIRST, category: 'nowhere' })).toEqual(empty);
});

it('a row shows what is known of the product, with its picture or without one', async () => {
  const createdAt = new Date('2027-01-01T00:00:00Z');
  const id = await plantProduct(test.db, { sku: 'pictured', priceKrw: 4_500, stock: 3, createdAt });
  const { items } = await listProducts(FIRST_SHOP, { ...FIRST, perPage: 2 });
  expect(items[0]).toEqual({
    id,
    sku: 'pictured',
    title: { ko: '상품 pictured', en: 'Product pictured' },
    priceKrw: 4_500,
    stock: 3,
    category: { id: 1, slug: 'shelf-1', title: { ko: '선반 1', en: 'Shelf 1' } },
    merchant: { ko: '상인', en: 'Merchant' },
    picture: { src: expect.stringMatching(/^\/media\//), width: 1000, height: 1000, placeholder: 'data:,' },
    createdAt,
    deletedAt: null,
  });
  expect(items[1]!.picture).toBeNull();
});

/** Numbers of what should be shown, sorted and filtered the plain way. */
function sorted(
  scope: Scope,
  { view, category, sort }: Pick<OwnListQuery, 'view' | 'category' | 'sort'>,
): number[] {
  const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const rising: Record<string, (a: PlantedRow, b: PlantedRow) => number> = {
    created: (a, b) => a.createdAt.getTime() - b.createdAt.getTime(),
    deleted: (a, b) => a.deletedAt!.getTime() - b.deletedAt!.getTime(),
    price: (a, b) => a.priceKrw - b.priceKrw,
    stock: (a, b) => a.stock - b.stock,
    sku: (a, b) => text(a.sku, b.sku),
  };
  const [name, sign] = orderOf(view, sort);
  return rows
    .filter((row) => scope === 'all' || row.merchantId === scope.merchantId)
    .filter((row) => !category || `shelf-${row.categoryId}` === category)
    .filter((row) => inView(row, view))
    .sort((a, b) => sign * (rising[name]!(a, b) || a.id - b.id))
    .map(({ id }) => id);
}

function orderOf(view: View, sort: OwnSort): [string, 1 | -1] {
  if (view === 'deleted') return ['deleted', -1];
  if (sort === 'newest') return ['created', -1];
  if (sort === 'oldest') return ['created', 1];
  return [sort.split('-')[0]!, sort.endsWith('desc') ? -1 : 1];
}

function inView({ stock, deletedAt }: PlantedRow, view: View): boolean {
  if (view === 'deleted') return deletedAt !== null;
  const fits = { all: true, 'in-stock': stock > 0, low: stock > 0 && stock <= 5, 'sold-out': stock === 0 };
  return deletedAt === null && fits[view];
}
