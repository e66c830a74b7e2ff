import { performance } from 'node:perf_hooks';
import { similarProducts } from '@/lib/catalogue';
import { indexService } from '@/lib/catalogue/index-service';
import { modelInUse } from '@/lib/catalogue/model-in-use';
import { rankByBoth, rankByIntensities, rankByJaccard } from '@/lib/engine';
import { CallerError, NotReadyError } from '@/lib/errors';
import { catalogueProducts, type BenchProduct } from '@/scripts/bench/catalogue-products';
import { intersection } from '@/scripts/bench/colour-bins';
import { colourHistogram } from '@/scripts/bench/colour-histogram';
import { until } from '@/scripts/services';
import { seededRandom } from '@/lib/engine/seeded-random';

export const SHOWN = 8;
const WARM_UP = 20;
const LOAD_TIMEOUT_MS = 600_000;

export interface Spread {
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** Shares of the results, 0 … 1; `…OfAttainable`: of as many as there are, where a family has fewer than 8 others. */
export interface Quality {
  readonly method: string;
  readonly sameFamily: number;
  readonly sameFamilyOfAttainable: number;
  readonly sameCategory: number;
  readonly sameCategoryOfAttainable: number;
}

export interface SimilarBench {
  readonly modelId: string;
  readonly products: number;
  readonly pictures: number;
  readonly queries: number;
  readonly timings: Readonly<Record<'index' | 'database' | 'rerank' | 'whole', Spread>>;
  readonly quality: readonly Quality[];
}

/** Runs the queries through the shop's own read, and the same queries through a few yardsticks. */
export async function measureSimilar({
  queries,
  seed,
}: {
  queries: number;
  seed: number;
}): Promise<SimilarBench> {
  const service = indexService();
  await until(async () => service.ready() !== null, { timeoutMs: LOAD_TIMEOUT_MS });
  if (!service.ready())
    throw new NotReadyError(`The index is not loaded: ${service.status().error ?? 'too slow'}.`);
  const products = await catalogueProducts();
  if (products.length === 0) {
    throw new CallerError('not-found', 'The catalogue is empty. Run `npm run db:seed` first.');
  }
  const random = seededRandom(seed);
  const chosen = shuffled(products, random).slice(0, queries);
  const { found, timings } = await timed(chosen);
  const histograms = await allHistograms(products);
  return {
    modelId: await modelInUse(),
    products: products.length,
    pictures: products.reduce((sum, { pictures }) => sum + pictures.length, 0),
    queries: chosen.length,
    timings,
    quality: [
      quality('as the shop shows them', products, chosen, (query) => found.get(query.id) ?? []),
      quality('all pictures compared by both', products, chosen, byBoth),
      quality('all pictures compared by intensities', products, chosen, byIntensities),
      quality('all pictures compared by feature bits', products, chosen, byFeatures),
      quality('128-bin HSV histogram', products, chosen, (query, others) =>
        byColour(query, others, histograms),
      ),
      quality('random choice', products, chosen, (_, others) =>
        idsOf(shuffled(others, random).slice(0, SHOWN)),
      ),
    ],
  };
}

async function timed(chosen: readonly BenchProduct[]) {
  const found = new Map<number, number[]>();
  const times = {
    index: [] as number[],
    database: [] as number[],
    rerank: [] as number[],
    whole: [] as number[],
  };
  for (const { id } of chosen.slice(0, WARM_UP)) await similarProducts(id, { limit: SHOWN });
  for (const { id } of chosen) {
    const startedAt = performance.now();
    const result = await similarProducts(id, {
      limit: SHOWN,
      onTimings: ({ query, narrowing, features, rerank, details }) => {
        times.index.push(narrowing);
        times.database.push(query + features + details);
        times.rerank.push(rerank);
      },
    });
    times.whole.push(performance.now() - startedAt);
    found.set(id, result.state === 'ready' ? idsOf(result.items) : []);
  }
  const { index, database, rerank, whole } = times;
  const timings = {
    index: spread(index),
    database: spread(database),
    rerank: spread(rerank),
    whole: spread(whole),
  };
  return { found, timings };
}

type Method = (query: BenchProduct, others: readonly BenchProduct[]) => readonly number[];

function quality(
  method: string,
  products: readonly BenchProduct[],
  chosen: readonly BenchProduct[],
  find: Method,
): Quality {
  const byId = new Map(products.map((one) => [one.id, one]));
  const totals = { family: 0, familyMost: 0, category: 0, categoryMost: 0, shown: 0 };
  for (const query of chosen) {
    const others = products.filter((one) => one !== query && one.inStock);
    const results = find(query, others).map((id) => byId.get(id));
    const sameFamily = (one?: BenchProduct) => query.family !== null && one?.family === query.family;
    const sameCategory = (one?: BenchProduct) => one?.categoryId === query.categoryId;
    totals.family += results.filter(sameFamily).length;
    totals.familyMost += Math.min(SHOWN, others.filter(sameFamily).length);
    totals.category += results.filter(sameCategory).length;
    totals.categoryMost += Math.min(SHOWN, others.filter(sameCategory).length);
    totals.shown += Math.min(SHOWN, others.length);
  }
  return {
    method,
    sameFamily: totals.family / totals.shown,
    sameFamilyOfAttainable: totals.family / totals.familyMost,
    sameCategory: totals.category / totals.shown,
    sameCategoryOfAttainable: totals.category / totals.categoryMost,
  };
}

/** Each product by its best picture by intensities, as in the shop, but without a shortlist. */
function byBoth(query: BenchProduct, others: readonly BenchProduct[]): number[] {
  const { intensityBytes, featureBits } = query.pictures[0]!;
  const pictures = picturesOf(others);
  const byId = new Map(pictures.map((picture) => [picture.id, picture]));
  const all = rankByIntensities(intensityBytes, pictures, pictures.length).map(({ id, similarity }) => ({
    ...byId.get(id)!,
    cosine: similarity,
  }));
  return rankByBoth(featureBits, all, SHOWN).map(({ owner }) => owner);
}

function byIntensities(query: BenchProduct, others: readonly BenchProduct[]): number[] {
  const { intensityBytes } = query.pictures[0]!;
  return rankByIntensities(intensityBytes, picturesOf(others), SHOWN).map(({ owner }) => owner);
}

function byFeatures(query: BenchProduct, others: readonly BenchProduct[]): number[] {
  return rankByJaccard(query.pictures[0]!.featureBits, picturesOf(others), SHOWN).map(({ owner }) => owner);
}

function picturesOf(products: readonly BenchProduct[]) {
  return products.flatMap(({ id: owner, pictures }) =>
    pictures.map((picture, i) => ({ ...picture, id: owner * 16 + i, owner })),
  );
}

function byColour(
  query: BenchProduct,
  others: readonly BenchProduct[],
  histograms: Map<string, Float64Array>,
): number[] {
  const of = (file: string) => histograms.get(file)!;
  const mine = of(query.pictures[0]!.file);
  const scored = others.map(({ id, pictures }) => ({
    id,
    score: Math.max(...pictures.map(({ file }) => intersection(mine, of(file)))),
  }));
  return idsOf(scored.sort((a, b) => b.score - a.score || a.id - b.id).slice(0, SHOWN));
}

async function allHistograms(products: readonly BenchProduct[]): Promise<Map<string, Float64Array>> {
  const histograms = new Map<string, Float64Array>();
  for (const { file } of products.flatMap(({ pictures }) => pictures)) {
    if (!histograms.has(file)) histograms.set(file, await colourHistogram(file));
  }
  return histograms;
}

function idsOf(items: readonly { readonly id: number }[]): number[] {
  return items.map(({ id }) => id);
}

function spread(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}
