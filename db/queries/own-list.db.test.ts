import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OwnFilter } from '@/db/queries/own-filter';
import {
  countOwn,
  countOwnLooking,
  sortFewOwn,
  walkOwn,
  walkOwnQuery,
  type OwnKey,
  type OwnOrder,
} from '@/db/queries/own-list';
import { putMerchants } from '@/db/queries/shelves';
import { openDatabase, type OpenDatabase } from '@/lib/database';
import { plantRows } from '@/scripts/testing/plant-rows';
import { plantShelves } from '@/scripts/testing/plant';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';

const PRODUCTS = 9_000;
const LIMIT = 26;
const EVERYTHING = 100_000;

let test: TestDatabase;
/** One connection: what the server counts, it counts for each. */
let alone: OpenDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  await plantShelves(test.db, 4);
  await putMerchants(test.db, [{ id: 2, slug: 'second', nameKo: '둘째 가게', nameEn: 'Second shop' }]);
  await plantRows(test.db, PRODUCTS);
  await test.db.execute(sql`analyze table product`);
  alone = openDatabase(test.url, 1);
});
afterAll(async () => {
  await alone.close();
  await test.drop();
});

const ORDERS: readonly OwnOrder[] = ['created', 'price', 'stock', 'sku', 'deleted'];
const SCOPES = [{ merchantId: 1 }, { merchantId: 2 }, 'all'] as const;
const walks = ORDERS.flatMap((order) =>
  SCOPES.flatMap((scope) => [false, true].map((descending) => ({ order, scope, descending }))),
);

it.each(walks)('a page costs the rows it shows, be it the first or a deep one: %j', async (walk) => {
  const { filter, stretch } = plain(walk);
  const keys = await walkOwn(alone.db, filter, { ...stretch, limit: EVERYTHING });
  expect(keys.length).toBeGreaterThan(walk.order === 'deleted' ? 150 : 1_500);
  for (const share of [0, 0.5, 0.99]) {
    const after = share === 0 ? undefined : keys[Math.floor(keys.length * share)];
    const page = { ...stretch, after, limit: LIMIT };
    const plan = await explain(walkOwnQuery(alone.db, filter, page));
    expect(plan).not.toMatch(/filesort|temporary/i);
    const { rows, read } = await counted(() => walkOwn(alone.db, filter, page));
    expect(rows).toEqual(following(keys, after));
    expect(read).toBeLessThanOrEqual(2 * LIMIT);
  }
});

it.each(walks.filter(({ order }) => order !== 'deleted'))(
  'with filters, the walk looks at the index alone, and sorts nothing: %j',
  async (walk) => {
    const { filter, stretch } = plain(walk);
    const narrow = { ...filter, categoryId: 2, stock: { from: 1, to: 5 } };
    const [after] = (await walkOwn(alone.db, narrow, { ...stretch, limit: 40 })).slice(-1);
    const plan = await explain(walkOwnQuery(alone.db, narrow, { ...stretch, after, limit: LIMIT }));
    expect(plan).not.toMatch(/filesort|temporary/i);
    expect(plan).toMatch(/using index/i);
  },
);

const narrowings: readonly Partial<OwnFilter>[] = [
  { categoryId: 2 },
  { stock: { from: 0, to: 0 } },
  { stock: { from: 1, to: 5 }, categoryId: 1 },
  { text: { words: [{ token: 'x0c0ac0acfc', prefix: false }] } },
  { text: { words: [{ token: 'enb00001', prefix: true }], skuPrefix: 'b00001' } },
  {
    text: { words: [{ token: 'enapple', prefix: true }], skuPrefix: 'apple' },
    categoryId: 3,
    stock: { from: 1, to: 99 },
  },
];

it.each(narrowings)(
  'gathering and sorting finds what walking finds, and both are counted: %j',
  async (narrowing) => {
    for (const walk of walks) {
      const { filter, stretch } = plain(walk);
      const narrow = { ...filter, ...narrowing };
      const all = await walkOwn(alone.db, narrow, { ...stretch, limit: EVERYTHING });
      expect(all.length).toBeGreaterThan(0);
      const after = all[Math.floor(all.length / 2)];
      for (const begin of [undefined, after]) {
        const page = { ...stretch, after: begin, limit: LIMIT };
        const expected = following(all, begin);
        expect(await walkOwn(alone.db, narrow, page)).toEqual(expected);
        expect(await sortFewOwn(alone.db, narrow, page, EVERYTHING)).toEqual(expected);
      }
      expect(await countOwn(alone.db, narrow, EVERYTHING)).toBe(all.length);
      expect(await countOwnLooking(alone.db, narrow, EVERYTHING)).toBe(all.length);
    }
  },
);

it.each([{}, { categoryId: 2 }, { stock: { from: 0, to: 0 } }, { categoryId: 2, stock: { from: 0, to: 0 } }])(
  'counting stops at its bound, and reads no more than that: %j',
  async (narrowing) => {
    for (const scope of ['all', { merchantId: 1 }] as const) {
      const filter = { scope, deleted: false, ...narrowing };
      const { rows, read } = await counted(() => countOwn(alone.db, filter, 300));
      expect(rows).toBe(300);
      // Each is read, written down and counted.
      expect(read).toBeLessThanOrEqual(2 * 300 + LIMIT);
    }
  },
);

function plain({ order, scope, descending }: (typeof walks)[number]) {
  const filter: OwnFilter = { scope, deleted: order === 'deleted' };
  return { filter, stretch: { order, descending } };
}

function following(keys: readonly OwnKey[], after: OwnKey | undefined): OwnKey[] {
  const from = after ? keys.findIndex(({ id }) => id === after.id) + 1 : 0;
  return keys.slice(from, from + LIMIT);
}

async function explain(query: ReturnType<typeof walkOwnQuery>): Promise<string> {
  const [plan] = await alone.db.execute(sql`explain ${query}`);
  return JSON.stringify(plan);
}

/** What the query brings, and how many entries of keys and rows the server read for it. */
async function counted<T>(query: () => Promise<T>): Promise<{ rows: T; read: number }> {
  const before = await entriesRead();
  const rows = await query();
  return { rows, read: (await entriesRead()) - before };
}

async function entriesRead(): Promise<number> {
  const [status] = await alone.db.execute(
    sql`show session status where variable_name in ('Handler_read_first', 'Handler_read_last', 'Handler_read_key', 'Handler_read_next', 'Handler_read_prev', 'Handler_read_rnd')`,
  );
  return (status as unknown as { Value: string }[]).reduce((sum, { Value }) => sum + Number(Value), 0);
}
