import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { eq, inArray, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { feature, intensity, product, signature } from '@/db/schema';
import { putMerchants } from '@/db/queries/shelves';
import { retirePictures } from '@/db/queries/write-product';
import { fillFeatureFile } from '@/lib/catalogue/fill-feature-file';
import { FeatureFile } from '@/lib/catalogue/feature-file';
import { keepFeatures } from '@/lib/catalogue/keep-features';
import { LiveIndex } from '@/lib/catalogue/live-index';
import { loadIndex } from '@/lib/catalogue/load-index';
import { openFeatureFile } from '@/lib/catalogue/open-feature-file';
import { searchSettings, type SearchSettings } from '@/lib/catalogue/search-settings';
import { scopeOf, type SimilarFilter } from '@/lib/catalogue/similar-filter';
import { SimilarSearch } from '@/lib/catalogue/similar-search';
import { Stopwatch } from '@/lib/catalogue/stopwatch';
import { indexEnv } from '@/lib/env';
import {
  picture,
  plantProduct,
  PLANTED_MODEL,
  plantShelves,
  seededRandom,
  type PlantedPicture,
} from '@/scripts/testing/plant';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';

const PRICES = [0, 999, 1_000, 1_999, 2_000, 2_500, 4_999, 5_000, 11_000, 12_000, 14_999, 99_999, 1_000_000];
const KINDS = ['both', 'intensities', 'features'] as const;
/** More than there are products. */
const ALL = 1_000;
const KIND = { modelId: PLANTED_MODEL, name: 'intensities', payloadBytes: 512 } as const;
const ONES = Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length);
/** Of some 200 pictures in stock, of which some 26 were made from each original. */
const NARROW = 120;
const NARROWINGS = ['overlap', 'and', 'published'] as const;

interface Planted {
  readonly id: number;
  readonly categoryId: number;
  readonly merchantId: number;
  readonly priceKrw: number;
  readonly stock: number;
  readonly pictures: readonly PlantedPicture[];
}

let test: TestDatabase;
let planted: Planted[];
const searches: SimilarSearch[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  await plantShelves(test.db);
  const merchants = [1, 2, 3, 6].map((id) => ({ id, slug: `m${id}`, nameKo: '상인', nameEn: 'Merchant' }));
  await putMerchants(test.db, merchants);
  planted = [];
  const random = seededRandom(7);
  const pick = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)]!;
  const originals = Array.from({ length: 8 }, (_, i) => picture(5_000 + i));
  for (let i = 0; i < 160; i++) {
    const one = {
      categoryId: pick([1, 2, 3]),
      merchantId: pick([1, 2, 3, 6]),
      priceKrw: pick(PRICES),
      stock: pick([0, 1, 1, 1]),
      pictures: Array.from({ length: pick([1, 1, 2, 3]) }, () => likeness(pick(originals), random)),
    };
    planted.push({ ...one, id: await plantProduct(test.db, { sku: `p${i}`, ...one }) });
  }
});
afterEach(() => {
  vi.unstubAllEnvs();
  searches.splice(0).forEach((one) => one.close());
});
afterAll(() => test.drop());

const filters: [string, SimilarFilter][] = [
  ['without a filter', {}],
  ['in two categories', { categoryIds: [1, 3] }],
  ['in no category', { categoryIds: [] }],
  ['in a price range of whole bands', { priceKrw: { from: 2_000, to: 4_999 } }],
  ['in a price range inside one band', { priceKrw: { from: 11_000, to: 12_500 } }],
  ['up to a price on an edge', { priceKrw: { to: 2_000 } }],
  ['from a price', { priceKrw: { from: 1_001 } }],
  ['in an empty price range', { priceKrw: { from: 3_000, to: 1_000 } }],
  ['without a merchant', { exceptMerchantId: 2 }],
  ['by everything at once', { categoryIds: [2], priceKrw: { from: 999, to: 14_000 }, exceptMerchantId: 6 }],
];

it.each(filters)('%s, equals looking at every product of the catalogue', async (_, filter) => {
  for (const reranker of KINDS) {
    for (const source of ['file', 'mysql'] as const) {
      for (const limit of [undefined, NARROW]) {
        const search = await searchBy('overlap', { reranker, source, shortlist: ALL }, limit);
        for (const query of planted.slice(0, 6)) {
          expect(await found(search, query, filter, 10)).toEqual(exhaustively(query, filter, reranker, 10));
        }
      }
    }
  }
});

it('file and database give the same results, however pictures are narrowed and compared, cold and warm', async () => {
  let results = 0;
  for (const narrowing of NARROWINGS) {
    for (const reranker of KINDS) {
      forgetFiles();
      const [file, mysql] = await bothSources(narrowing, reranker, 20);
      for (const query of [...planted.slice(0, 25), ...planted.slice(0, 25)]) {
        const [, filter] = filters[query.id % filters.length]!;
        const expected = await found(mysql, query, filter, 8);
        expect(await found(file, query, filter, 8)).toEqual(expected);
        results += expected?.length ?? 0;
      }
    }
  }
  expect(results).toBeGreaterThan(500);
});

it('of the best by intensities, a shortlist is ordered by both similarities', async () => {
  for (const source of ['file', 'mysql'] as const) {
    const search = await searchBy('overlap', { reranker: 'both', source, shortlist: 12 });
    for (const query of planted.slice(0, 6)) {
      const shortlist = exhaustively(query, {}, 'intensities', 12).map(({ id }) => id);
      const byBoth = exhaustively(query, {}, 'both', ALL);
      const expected = byBoth.filter(({ id }) => shortlist.includes(id));
      expect(await found(search, query, {}, 5)).toEqual(expected.slice(0, 5));
      expect(expected.map(({ id }) => id)).not.toEqual(shortlist);
    }
  }
});

it('where few of the shortlist can be shown, the next best take part', async () => {
  forgetFiles();
  const price = { from: 1_000_000, to: 1_000_000 };
  for (const source of ['file', 'mysql', 'file'] as const) {
    const search = await searchBy('overlap', { reranker: 'both', source, shortlist: 12 });
    const expected = exhaustively(planted[0]!, { priceKrw: price }, 'both', ALL);
    expect(expected.length).toBeGreaterThan(5);
    const wanted = expected.length;
    const question = { productId: planted[0]!.id, wanted, scope: { ...scopeOf({}), price } };
    const rows = await search.find(question, new Stopwatch());
    expect(rows!.map(({ row }) => row.product.id)).toEqual(expected.map(({ id }) => id));
  }
});

it('a candidate that lacks its feature bits is left out of the shortlist, and costs nothing else', async () => {
  const query = planted[0]!;
  const whole = await found(await searchBy('overlap', { reranker: 'both', source: 'mysql' }), query, {}, 8);
  const its = sql`image_id in (select id from product_image where product_id = ${whole![0]!.id})`;
  const rows = await test.db.select().from(feature).where(its);
  await test.db.delete(feature).where(its);
  forgetFiles();
  try {
    const [file, mysql] = await bothSources('overlap', 'both');
    const expected = await found(mysql, query, {}, 7);
    expect(expected).toEqual(whole!.slice(1));
    expect(await found(file, query, {}, 7)).toEqual(expected);
  } finally {
    await test.db.insert(feature).values(rows);
  }
});

it('where both are compared, both files are filled', async () => {
  forgetFiles();
  vi.stubEnv('RERANKER', 'both');
  await fillFeatureFile(test.db, PLANTED_MODEL, new AbortController().signal);
  const [file, mysql] = await bothSources('overlap', 'both');
  const expected = await found(mysql, planted[0]!, {}, 8);
  await test.db.execute(sql`rename table intensity to hidden, feature to hidden_too`);
  try {
    expect(await found(file, planted[0]!, {}, 8)).toEqual(expected);
  } finally {
    await test.db.execute(sql`rename table hidden to intensity, hidden_too to feature`);
  }
});

it('the file is filled in the background, goes on where it ended, and then serves without the table', async () => {
  vi.stubEnv('RERANKER', 'intensities');
  forgetFiles();
  const signal = new AbortController().signal;
  await fillFeatureFile(test.db, PLANTED_MODEL, signal);
  const filled = readFileSync(featureFile());
  const [file, mysql] = await bothSources('overlap', 'intensities');
  const expected = await found(mysql, planted[0]!, {}, 8);
  await test.db.execute(sql`rename table intensity to hidden`);
  try {
    expect(await found(file, planted[0]!, {}, 8)).toEqual(expected);
    await fillFeatureFile(test.db, PLANTED_MODEL, signal);
  } finally {
    await test.db.execute(sql`rename table hidden to intensity`);
  }
  expect(readFileSync(featureFile())).toEqual(filled);
  const before = filled.length;
  await plantProduct(test.db, { sku: 'after the filling' });
  await fillFeatureFile(test.db, PLANTED_MODEL, signal);
  expect(statSync(featureFile()).size).toBe(before + 520);
});

it('told to end, filling ends, and where the file may not be, nothing is filled', async () => {
  vi.stubEnv('RERANKER', 'intensities');
  forgetFiles();
  const ended = new AbortController();
  ended.abort();
  await fillFeatureFile(test.db, PLANTED_MODEL, ended.signal);
  expect(statSync(featureFile()).size).toBe(4_096);
  vi.stubEnv('FEATURE_SOURCE', 'mysql');
  forgetFiles();
  await fillFeatureFile(test.db, PLANTED_MODEL, new AbortController().signal);
  expect(existsSync(featureFile())).toBe(false);
});

it('a file from another database, or from before this one was restored, is not believed', async () => {
  forgetFiles();
  const [cold, mysql] = await bothSources('overlap', 'intensities');
  const expected = await found(mysql, planted[0]!, {}, 8);
  await found(cold, planted[0]!, {}, 8);
  const foreign = FeatureFile.open(featureFile(), KIND);
  const { horizon } = foreign.mark;
  expect(horizon).not.toBeNull();
  for (let image = 1; image <= 400; image++) foreign.write(image, new Uint8Array(512).fill(image % 7));
  foreign.note({ filledTo: 400, horizon: { ...horizon!, productId: horizon!.productId + 1 } });
  foreign.close();
  const [fresh] = await bothSources('overlap', 'intensities');
  expect(await found(fresh, planted[0]!, {}, 8)).toEqual(expected);
  expect(readdirSync(path.dirname(featureFile()))).toEqual(['intensities.bin']);
});

it('one search and the filling, opening a foreign file at once, end with one new file', async () => {
  forgetFiles();
  const horizon = { seq: 1, productId: 4_000_000, at: new Date(0) };
  const foreign = FeatureFile.open(featureFile(), KIND);
  foreign.note({ filledTo: 400, horizon });
  foreign.close();
  const [one, other] = await Promise.all([openFeatureFile(test.db, KIND), openFeatureFile(test.db, KIND)]);
  await keepFeatures(test.db, one!, [{ imageId: 1, bytes: new Uint8Array(512).fill(1) }]);
  await keepFeatures(test.db, other!, [{ imageId: 2, bytes: new Uint8Array(512).fill(2) }]);
  const fresh = FeatureFile.open(featureFile(), KIND);
  expect([1, 2].map((id) => fresh.read(id)?.[0])).toEqual([1, 2]);
  [one!, other!, fresh].forEach((file) => file.close());
  forgetFiles();
});

it('however far down those lie that can be shown, a record is read twice at most', async () => {
  const [file, mysql] = await bothSources('overlap', 'intensities');
  const scope = { ...scopeOf({}), price: { from: 1_000_000, to: 1_000_000 } };
  const dear = async (search: SimilarSearch) => {
    const question = { productId: planted[0]!.id, wanted: 3, scope };
    return (await search.find(question, new Stopwatch()))?.map(({ row }) => row.product.id);
  };
  const expected = await dear(mysql);
  expect(expected).toHaveLength(3);
  expect(await dear(file)).toEqual(expected);
  const reading = vi.spyOn(FeatureFile.prototype, 'read');
  expect(await dear(file)).toEqual(expected);
  const [, ...candidates] = reading.mock.calls.map(([id]) => id);
  reading.mockRestore();
  const different = new Set(candidates).size;
  expect(different).toBeGreaterThan(150);
  expect(candidates.length).toBeLessThanOrEqual(2 * different);
});

it('no product comes twice when the index hears of a change in the middle of a search', async () => {
  const choice = { reranker: 'intensities', source: 'file' } as const;
  const { search, live } = await searchAndIndex('overlap', choice);
  const question = { productId: planted[0]!.id, wanted: 8, scope: scopeOf({}) };
  const firsts = (await search.find(question, new Stopwatch()))!.map(({ row }) => row);
  /** How unlike the query its second picture is: then that one comes far down. */
  const unlike = ({ product: { id } }: (typeof firsts)[number]) => {
    const [, second] = planted.find((one) => one.id === id)!.pictures;
    return second ? 1 - cosine(planted[0]!.pictures[0]!.intensityBytes, second.intensityBytes) : 0;
  };
  const several = firsts.reduce((a, b) => (unlike(b) > unlike(a) ? b : a));
  const { id, priceKrw } = several.product;
  const asked = new Set<number>();
  const { productOf } = LiveIndex.prototype;
  vi.spyOn(live, 'productOf').mockImplementation((imageId) => {
    if (imageId === several.imageId && asked.has(imageId)) return undefined;
    asked.add(imageId);
    return productOf.call(live, imageId);
  });
  const scope = { ...question.scope, price: { from: priceKrw, to: priceKrw } };
  const rows = (await search.find({ ...question, wanted: 20, scope }, new Stopwatch()))!;
  const found = rows.map(({ row }) => row.product.id);
  expect(found).toContain(id);
  expect(found).toHaveLength(new Set(found).size);
});

it('a search looks at 20,000 candidates at most, and gives what it found among them', async () => {
  for (const source of ['file', 'mysql'] as const) {
    const { search, live } = await searchAndIndex('overlap', { reranker: 'intensities', source }, 1_000);
    const real = live.narrow(Uint16Array.of(0), { mode: 'overlap', limit: 4 });
    const asked: (number | undefined)[] = [];
    vi.spyOn(live, 'narrow').mockImplementation((_, { limit }) => {
      asked.push(limit);
      return Uint32Array.from({ length: limit! }, (_, i) => real[i] ?? 3_000_000_000 + i);
    });
    const results = (await found(search, planted[0]!, {}, 24))!;
    expect(asked).toEqual([1_000, 4_000, 16_000, 20_000]);
    expect(results.length).toBeGreaterThan(0);
    expect(results.length).toBeLessThanOrEqual(4);
  }
});

it('pictures that the database lacks too are not asked for again at every search', async () => {
  forgetFiles();
  const its = sql`image_id in (select id from product_image where product_id = ${planted[9]!.id})`;
  const rows = await test.db.select().from(intensity).where(its);
  await test.db.delete(intensity).where(its);
  const search = await searchBy('overlap', { reranker: 'intensities', source: 'file' });
  const first = await found(search, planted[0]!, {}, 8);
  await test.db.execute(sql`rename table intensity to hidden`);
  try {
    expect(await found(search, planted[0]!, {}, 8)).toEqual(first);
  } finally {
    await test.db.execute(sql`rename table hidden to intensity`);
    await test.db.insert(intensity).values(rows);
  }
});

it('pictures that get their intensities later come into the file by the next filling', async () => {
  vi.stubEnv('RERANKER', 'intensities');
  forgetFiles();
  const signal = new AbortController().signal;
  const half = sql`image_id > ${Math.floor(planted.length / 2)}`;
  const rows = await test.db.select().from(intensity).where(half);
  await test.db.delete(intensity).where(half);
  await fillFeatureFile(test.db, PLANTED_MODEL, signal);
  await test.db.insert(intensity).values(rows);
  await fillFeatureFile(test.db, PLANTED_MODEL, signal);
  const filled = FeatureFile.open(featureFile(), KIND);
  const absent = rows.filter(({ imageId }) => filled.read(imageId) === null);
  filled.close();
  expect(rows.length).toBeGreaterThan(100);
  expect(absent).toEqual([]);
});

it('a folder that cannot be written costs no result', async () => {
  forgetFiles();
  writeFileSync(path.dirname(featureFile()), 'a file where the folder should be');
  const [file, mysql] = await bothSources('overlap', 'intensities');
  for (const query of planted.slice(0, 5)) {
    expect(await found(file, query, {}, 8)).toEqual(await found(mysql, query, {}, 8));
  }
  forgetFiles();
});

it('a product described by a former version, without intensities, is compared by its feature bits', async () => {
  const query = planted[3]!;
  const [file, mysql] = await bothSources('overlap', 'intensities');
  const [, byFeatures] = await bothSources('overlap', 'features');
  const expected = await found(byFeatures, query, {}, 8);
  const its = inArray(
    intensity.imageId,
    test.db.select({ id: signature.imageId }).from(signature).where(eq(signature.productId, query.id)),
  );
  const rows = await test.db.select().from(intensity).where(its);
  await test.db.delete(intensity).where(its);
  forgetFiles();
  const [cold] = await bothSources('overlap', 'intensities');
  expect(await found(mysql, query, {}, 8)).toEqual(expected);
  expect(await found(cold, query, {}, 8)).toEqual(expected);
  await test.db.insert(intensity).values(rows);
  expect(await found(file, query, {}, 8)).not.toEqual(expected);
});

it('file and database agree while the index has not heard of changes: sold out, deleted, dearer, other pictures', async () => {
  const [file, mysql] = await bothSources('overlap', 'intensities', 30);
  const query = planted[0]!;
  const firsts = (await found(mysql, query, {}, 24))!.map(({ id }) => id);
  expect((await found(file, query, {}, 24))!.map(({ id }) => id)).toEqual(firsts);
  await test.db.transaction(async (tx) => {
    await tx
      .update(product)
      .set({ stock: 0 })
      .where(inArray(product.id, firsts.slice(0, 6)));
    await tx
      .update(product)
      .set({ deletedAt: new Date() })
      .where(inArray(product.id, firsts.slice(6, 10)));
    await tx
      .update(product)
      .set({ priceKrw: 2_222 })
      .where(inArray(product.id, firsts.slice(10, 14)));
    for (const id of firsts.slice(14, 18)) await retirePictures(tx, id);
  });
  const gone = new Set([...firsts.slice(0, 10), ...firsts.slice(14, 18)]);
  for (const filter of [{}, { priceKrw: { from: 2_000, to: 2_300 } }]) {
    const expected = (await found(mysql, query, filter, 10))!;
    expect(await found(file, query, filter, 10)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.filter(({ id }) => gone.has(id))).toEqual([]);
  }
  expect(await found(mysql, query, {}, 10)).toHaveLength(10);
});

/** A picture like the given one, by filters, features and intensities. */
function likeness({ topFilters, featureBits, intensityBytes }: PlantedPicture, random: () => number) {
  const noisy = (bytes: Uint8Array) => bytes.map((byte) => (random() < 0.3 ? random() * 256 : byte));
  const shuffled = topFilters.map((_, i) => topFilters[(i + (random() < 0.5 ? 25 : 0)) % 50]!);
  return {
    topFilters: Uint16Array.from(new Set([...shuffled, ...topFilters])),
    featureBits: noisy(featureBits),
    intensityBytes: noisy(intensityBytes),
  };
}

type Choice = Pick<SearchSettings, 'reranker' | 'source'> & Partial<Pick<SearchSettings, 'shortlist'>>;

async function searchBy(...choice: Parameters<typeof searchAndIndex>): Promise<SimilarSearch> {
  return (await searchAndIndex(...choice)).search;
}

async function searchAndIndex(narrowing: (typeof NARROWINGS)[number], choice: Choice, limit?: number) {
  vi.stubEnv('NARROWING', narrowing);
  const { live } = await loadIndex(test.db, PLANTED_MODEL, () => {});
  const settings = searchSettings();
  const narrow = { ...settings.narrowing, limit: limit ?? settings.narrowing.limit };
  const search = await SimilarSearch.open(test.db, live, { ...settings, ...choice, narrowing: narrow });
  searches.push(search);
  return { search, live };
}

async function bothSources(
  narrowing: (typeof NARROWINGS)[number],
  reranker: Choice['reranker'],
  limit?: number,
): Promise<[SimilarSearch, SimilarSearch]> {
  return [
    await searchBy(narrowing, { reranker, source: 'file' }, limit),
    await searchBy(narrowing, { reranker, source: 'mysql' }, limit),
  ];
}

async function found(search: SimilarSearch, query: Planted, filter: SimilarFilter, wanted: number) {
  const question = { productId: query.id, wanted, scope: scopeOf(filter) };
  const rows = await search.find(question, new Stopwatch());
  return rows?.map(({ row, similarity }) => ({ id: row.product.id, similarity: Math.fround(similarity) }));
}

/** The definition: every picture of every other product that meets the filter, compared one by one. */
function exhaustively(query: Planted, filter: SimilarFilter, reranker: Choice['reranker'], k: number) {
  return planted
    .filter((one) => one !== query && one.stock > 0 && meets(one, filter))
    .map(({ id, pictures }) => ({
      id,
      similarity: Math.fround(likenessOf(query.pictures[0]!, pictures, reranker)),
    }))
    .sort((a, b) => b.similarity - a.similarity || a.id - b.id)
    .slice(0, k);
}

/** How alike a product is: by its best picture, which is the best by intensities where both are compared. */
function likenessOf(
  query: PlantedPicture,
  pictures: readonly PlantedPicture[],
  reranker: Choice['reranker'],
) {
  const all = pictures.map(({ intensityBytes, featureBits }) => ({
    intensities: cosine(query.intensityBytes, intensityBytes),
    features: jaccard(query.featureBits, featureBits),
  }));
  if (reranker !== 'both') return Math.max(...all.map((one) => one[reranker]));
  const [best] = all.sort((a, b) => b.intensities - a.intensities);
  return (best!.intensities + best!.features) / 2;
}

function meets(one: Planted, { categoryIds, priceKrw, exceptMerchantId }: SimilarFilter): boolean {
  return (
    (!categoryIds || categoryIds.includes(one.categoryId)) &&
    one.priceKrw >= (priceKrw?.from ?? 0) &&
    one.priceKrw <= (priceKrw?.to ?? Infinity) &&
    one.merchantId !== exceptMerchantId
  );
}

function cosine(a: Uint8Array, b: Uint8Array): number {
  const dot = (x: Uint8Array, y: Uint8Array) => x.reduce((sum, byte, i) => sum + byte * y[i]!, 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

function jaccard(a: Uint8Array, b: Uint8Array): number {
  const ones = (bytes: Uint8Array) => bytes.reduce((sum, byte) => sum + ONES[byte]!, 0);
  return ones(a.map((byte, i) => byte & b[i]!)) / ones(a.map((byte, i) => byte | b[i]!));
}

function featureFile(): string {
  return path.join(indexEnv().INDEX_DIR, PLANTED_MODEL, 'intensities.bin');
}

function forgetFiles(): void {
  rmSync(indexEnv().INDEX_DIR, { recursive: true, force: true });
  mkdirSync(indexEnv().INDEX_DIR, { recursive: true });
}
