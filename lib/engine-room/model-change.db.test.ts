import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { newestModelChange } from '@/db/queries/model-changes';
import { countUndescribed } from '@/db/queries/undescribed';
import { feature, intensity, modelChange, productImage, signature } from '@/db/schema';
import { registerProduct, similarProducts } from '@/lib/catalogue';
import { changeCatalogue } from '@/lib/catalogue/change-catalogue';
import { describedAll } from '@/lib/catalogue/describe-later';
import { IndexService, indexService } from '@/lib/catalogue/index-service';
import { IndexSnapshots } from '@/lib/catalogue/index-snapshots';
import { loadIndex } from '@/lib/catalogue/load-index';
import { modelInUse } from '@/lib/catalogue/model-in-use';
import { releaseSearch } from '@/lib/catalogue/open-search';
import { searchSettings } from '@/lib/catalogue/search-settings';
import { scopeOf } from '@/lib/catalogue/similar-filter';
import { SimilarSearch } from '@/lib/catalogue/similar-search';
import { Stopwatch } from '@/lib/catalogue/stopwatch';
import { database } from '@/lib/database';
import {
  abortModelChange,
  removeSignatures,
  startModelChange,
  switchModel,
} from '@/lib/engine-room/model-changes';
import { ModelChanger } from '@/lib/engine-room/model-changer';
import { workModels } from '@/lib/engine-room/work-models';
import { storage } from '@/lib/storage';
import { DEFAULT_MODEL_ID, rasterise } from '@/lib/vision';
import { bundleProgram } from '@/scripts/testing/bundle-program';
import { plantShelves } from '@/scripts/testing/plant';
import { plantSmallModel, SMALL_MODEL } from '@/scripts/testing/small-model';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';

const SOON = { timeout: 30_000, interval: 20 };
const PRODUCTS = 20;
const OLD = DEFAULT_MODEL_ID;

let test: TestDatabase;
let models: string;
let products: number[];
const changers: ModelChanger[] = [];

beforeAll(async () => {
  models = mkdtempSync(path.join(tmpdir(), 'dalma-two-models-'));
  plantSmallModel(models);
  vi.stubEnv('MODELS_DIR', models);
  test = await createTestDatabase();
  await plantShelves(test.db);
  products = [];
  for (let i = 0; i < PRODUCTS; i++) products.push(await register(i));
});
beforeEach(async () => {
  await test.db.delete(modelChange);
  await forget(SMALL_MODEL);
});
afterEach(async () => {
  await Promise.all(changers.splice(0).map((changer) => changer.stop()));
  await indexService().stop();
  Reflect.deleteProperty(globalThis, Symbol.for('dalma.index-service'));
  releaseSearch();
  await describedAll();
});
afterAll(async () => {
  await test.drop();
  vi.unstubAllEnvs();
  rmSync(models, { recursive: true });
});

it('a search never comes back empty, late or mixed while two processes change over, and pictures that come meanwhile have both', async () => {
  const other = secondProcess();
  indexService().start();
  other.start();
  await vi.waitFor(() => expect([indexService().ready(), other.ready()]).not.toContain(null), SOON);
  const before = await answersBy(OLD);

  const searching = searchAllTheTime();
  changer().start();
  const change = await startModelChange(SMALL_MODEL);
  const late = await register(PRODUCTS);
  await stateIs('described');
  expect(indexService().status().modelId).toBe(OLD);
  await switchModel(change);
  await vi.waitFor(
    () =>
      expect([indexService(), other].map((one) => one.status().modelId)).toEqual([SMALL_MODEL, SMALL_MODEL]),
    SOON,
  );
  await searching.forAWholeRound();
  const answers = await searching.end();

  expect(await countUndescribed(test.db, SMALL_MODEL)).toBe(0);
  expect(new Set(await modelsOf(late))).toEqual(new Set([SMALL_MODEL, OLD]));
  const without = (list: string) =>
    list
      .split(' ')
      .filter((id) => id !== String(late))
      .join(' ');
  const after = await answersBy(SMALL_MODEL);
  expect(after.get(products[0]!)).not.toBe(before.get(products[0]!));
  const known = (id: number) => [before.get(id), after.get(id)].map((list) => without(list ?? ''));
  expect(answers.length).toBeGreaterThan(PRODUCTS);
  const wrong = answers.filter(({ id, list }) => !known(id).includes(without(list)));
  expect(wrong).toEqual([]);
  expect(answers.some(({ id, list }) => without(list) === known(id)[1])).toBe(true);
  expect(other.ready()?.pictures).toBe(await shownPictures());
  await other.stop();
});

it('what somebody writes by the old model after the change is described by the new one as soon as it is seen', async () => {
  await changeWhole();
  indexService().start();
  const shown = await shownPictures();
  await vi.waitFor(() => expect(indexService().ready()?.pictures).toBe(shown), SOON);
  const [id = 0] = products;
  await forget(SMALL_MODEL, id);
  await changeCatalogue(test.db, async (_, touched) => touched(id));
  await vi.waitFor(async () => expect(await modelsOf(id)).toContain(SMALL_MODEL), SOON);
  await vi.waitFor(() => expect(indexService().ready()?.pictures).toBe(shown), SOON);
});

it('a worker alone changes the model, and describes what was written by the old one afterwards', async () => {
  const ending = new AbortController();
  const working = workModels({ signal: ending.signal, lookEveryMs: 50 });
  try {
    const change = await startModelChange(SMALL_MODEL);
    await stateIs('described');
    await switchModel(change);
    await stateIs('switched');
    const [id = 0] = products;
    await forget(SMALL_MODEL, id);
    await vi.waitFor(async () => expect(await modelsOf(id)).toContain(SMALL_MODEL), SOON);
  } finally {
    ending.abort();
    await working;
  }
});

it('changing back finds everything described', async () => {
  await changeWhole();
  expect(await modelInUse()).toBe(SMALL_MODEL);
  const change = await startModelChange(OLD);
  await stateIs('described');
  const looked = await test.db.select().from(modelChange).where(eq(modelChange.id, change));
  expect(looked[0]).toMatchObject({ donePictures: await shownPictures(), failedPictures: 0 });
  await switchModel(change);
  await stateIs('switched');
  expect(await modelInUse()).toBe(OLD);
});

it('given up, what was described is gone, and the model in use has lost nothing', async () => {
  const before = await described(OLD);
  const change = await startModelChange(SMALL_MODEL);
  changer().start();
  await stateIs('described');
  await abortModelChange(change);
  await stateIs('removed');
  for (const table of [signature, feature, intensity])
    expect(await test.db.select().from(table).where(eq(table.modelId, SMALL_MODEL))).toEqual([]);
  expect(await described(OLD)).toBe(before);
  expect(await modelInUse()).toBe(OLD);
});

it('a process killed half-way is replaced by another, which goes on where it was', async () => {
  const program = await bundleProgram('scripts/testing/model-change-life.ts');
  const child = spawn(process.execPath, [program.file, 'killed', '2'], { env: process.env, stdio: 'ignore' });
  try {
    await startModelChange(SMALL_MODEL);
    await vi.waitFor(async () => expect(await described(SMALL_MODEL)).toBeGreaterThan(0), SOON);
    child.kill('SIGKILL');
    expect((await newestModelChange(test.db))?.state).toBe('describing');
    const first = await test.db.select().from(signature).where(eq(signature.modelId, SMALL_MODEL)).limit(1);
    changer().start();
    await stateIs('described');
    expect(await countUndescribed(test.db, SMALL_MODEL)).toBe(0);
    expect(
      await test.db
        .select()
        .from(signature)
        .where(and(eq(signature.imageId, first[0]!.imageId), eq(signature.modelId, SMALL_MODEL))),
    ).toEqual(first);
  } finally {
    child.kill('SIGKILL');
    program.remove();
  }
});

it('of two processes one works on it', async () => {
  await startModelChange(SMALL_MODEL);
  const working = new Set<string>();
  changer('one').start();
  changer('two').start();
  await vi.waitFor(async () => {
    const change = await newestModelChange(test.db);
    if (change?.lockedBy) working.add(change.lockedBy);
    expect(change?.state).toBe('described');
  }, SOON);
  expect(working.size).toBeLessThanOrEqual(1);
  expect(await described(SMALL_MODEL)).toBe(await shownPictures());
});

it('a picture that cannot be described is named, and stops nothing', async () => {
  const id = await register(PRODUCTS + 50, 1);
  const [image] = await test.db.select().from(productImage).where(eq(productImage.productId, id));
  await storage().delete(`${image!.sha256.slice(0, 2)}/${image!.sha256}`);
  changer().start();
  await startModelChange(SMALL_MODEL);
  await stateIs('described');
  const change = await newestModelChange(test.db);
  expect(change).toMatchObject({ failedPictures: 1 });
  expect(JSON.parse(change!.failures!)).toEqual([
    { imageId: image!.id, productId: id, why: 'its file is not in the storage' },
  ]);
  await test.db.execute(sql`update product set deleted_at = now() where id = ${id}`);
});

it.each([
  ['an unknown model', 'vgg19', 'not-found'],
  ['a model that is not on this machine', 'vgg16-imagenet', 'invalid-input'],
  ['the model in use', OLD, 'invalid-input'],
])('a change to %s is refused', async (_, model, code) => {
  await expect(startModelChange(model)).rejects.toMatchObject({ name: 'CallerError', code });
  expect(await newestModelChange(test.db)).toBeUndefined();
});

it('one change at a time, also when two are begun at once', async () => {
  const outcomes = await Promise.allSettled([startModelChange(SMALL_MODEL), startModelChange(SMALL_MODEL)]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await test.db.select().from(modelChange)).toHaveLength(1);
});

it('what the model in use says is never removed, and nothing is switched that is not described', async () => {
  await expect(removeSignatures(OLD)).rejects.toMatchObject({ code: 'invalid-input' });
  const change = await startModelChange(SMALL_MODEL);
  await expect(switchModel(change)).rejects.toMatchObject({ code: 'not-found' });
});

it('a model that is gone from every manifest is not used any more: the configured one is', async () => {
  const at = new Date();
  await test.db.insert(modelChange).values({
    ...{ fromModel: OLD, toModel: 'vgg16-of-last-year', state: 'switched' },
    ...{ createdAt: at, updatedAt: at },
  });
  expect(await modelInUse()).toBe(OLD);
  indexService().start();
  await vi.waitFor(() => expect(indexService().ready()?.modelId).toBe(OLD), SOON);
});

/** Three pictures unless said otherwise: describing them all takes several steps. */
async function register(number: number, pictures = 3): Promise<number> {
  const words = { ko: `상품 ${number}`, en: `Product ${number}` };
  return registerProduct({
    ...{ sku: `sku-${number}`, merchantSlug: 'merchant', categorySlug: 'shelf-1', priceKrw: 1_000, stock: 3 },
    ...{ title: words, description: words },
    pictures: await Promise.all(Array.from({ length: pictures }, (_, i) => draw(number + 100 * i))),
  });
}

/** Something else for each number. */
async function draw(number: number): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
    <rect width="100" height="100" fill="hsl(${(number * 47) % 360},60%,85%)"/>
    <rect x="${10 + (number % 5) * 6}" y="10" width="40" height="80" rx="${number}" fill="hsl(${number * 31},80%,40%)"/>
    <circle cx="${30 + (number % 7) * 6}" cy="${30 + (number % 4) * 10}" r="${8 + (number % 6) * 3}" fill="hsl(${number * 83},70%,55%)"/></svg>`;
  return rasterise(svg, 300, 300, 90);
}

function changer(id = 'here'): ModelChanger {
  const made = new ModelChanger({ id, db: database, lockSeconds: 3 });
  changers.push(made);
  return made;
}

/** As another process of the same shop has it, with a folder of its own. */
function secondProcess(): IndexService {
  const folder = path.join(models, 'index-of-another');
  return new IndexService({
    modelId: OLD,
    modelInUse,
    db: database,
    snapshots: new IndexSnapshots(folder, OLD),
  });
}

async function changeWhole(): Promise<void> {
  changer().start();
  const change = await startModelChange(SMALL_MODEL);
  await stateIs('described');
  await switchModel(change);
  await stateIs('switched');
}

async function stateIs(state: string): Promise<void> {
  await vi.waitFor(async () => expect((await newestModelChange(test.db))?.state).toBe(state), SOON);
}

/** Searches for one product after another, without a pause, as shoppers do. */
function searchAllTheTime() {
  const answers: { id: number; list: string }[] = [];
  let ending = false;
  const running = (async () => {
    for (let i = 0; !ending; i++) {
      const id = products[i % products.length]!;
      const found = await similarProducts(id, { limit: 100 });
      answers.push({
        id,
        list: found.state === 'ready' ? found.items.map((item) => item.id).join(' ') : found.state,
      });
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  const end = async () => {
    ending = true;
    await running;
    return answers;
  };
  const forAWholeRound = async () => {
    const wanted = answers.length + products.length + 1;
    await vi.waitFor(() => expect(answers.length).toBeGreaterThanOrEqual(wanted), SOON);
  };
  return { forAWholeRound, end };
}

/** What an index of that model alone answers. */
async function answersBy(modelId: string): Promise<Map<number, string>> {
  const { live } = await loadIndex(test.db, modelId, () => {});
  const search = await SimilarSearch.open(test.db, live, { ...searchSettings(), source: 'mysql' });
  const answers = new Map<number, string>();
  for (const productId of products) {
    const found = await search.find({ productId, wanted: 100, scope: scopeOf(undefined) }, new Stopwatch());
    answers.set(productId, (found ?? []).map(({ row }) => row.product.id).join(' '));
  }
  search.close();
  return answers;
}

async function forget(modelId: string, productId?: number): Promise<void> {
  const images = await test.db
    .select({ id: productImage.id })
    .from(productImage)
    .where(productId === undefined ? undefined : eq(productImage.productId, productId));
  for (const { id } of images)
    for (const table of [signature, feature, intensity])
      await test.db.delete(table).where(and(eq(table.imageId, id), eq(table.modelId, modelId)));
}

async function described(modelId: string): Promise<number> {
  return (await test.db.select().from(signature).where(eq(signature.modelId, modelId))).length;
}

async function modelsOf(productId: number): Promise<string[]> {
  const rows = await test.db.select().from(signature).where(eq(signature.productId, productId));
  return rows.map(({ modelId }) => modelId).toSorted();
}

async function shownPictures(): Promise<number> {
  const [rows] = await test.db.execute(
    sql`select count(*) as n from product_image i join product p on p.id = i.product_id where i.position is not null and p.deleted_at is null`,
  );
  return Number((rows as unknown as { n: number }[])[0]?.n);
}
