import { toCard } from '@/lib/catalogue/cards';
import type { RankedRow } from '@/lib/catalogue/candidate-source';
import { isProductId } from '@/lib/catalogue/detail';
import { indexService } from '@/lib/catalogue/index-service';
import type { LiveIndex } from '@/lib/catalogue/live-index';
import { releaseSearch, searchIn } from '@/lib/catalogue/open-search';
import { refuseOtherModel, type GivenSignature } from '@/lib/catalogue/signature-question';
import { scopeOf, type SimilarFilter } from '@/lib/catalogue/similar-filter';
import type { SearchQuestion } from '@/lib/catalogue/similar-search';
import { Stopwatch, type SimilarTimings } from '@/lib/catalogue/stopwatch';
import type { SimilarProduct, SimilarProducts } from '@/lib/catalogue/types';
import { searchMeter } from '@/lib/search-meter';

const MOST_RESULTS = 100;
const UNAVAILABLE: SimilarProducts = { state: 'unavailable' };

export interface SimilarOptions {
  readonly limit: number;
  /** Which products may be among the results; default all that can be bought. */
  readonly filter?: SimilarFilter;
  /** Told once per search that ran to its end: for measuring. */
  readonly onTimings?: (timings: SimilarTimings) => void;
}

/**
 * Products that look like this one, most similar first; one entry per product (its best picture counts), never the
 * product itself, and never what is sold out or deleted.
 * @throws CallerError for a filter that is none
 */
export async function similarProducts(
  productId: number,
  { limit, filter, onTimings }: SimilarOptions,
): Promise<SimilarProducts> {
  const scope = scopeOf(filter);
  const live = indexService().ready();
  if (!live) {
    releaseSearch();
    return notReady();
  }
  if (!isProductId(productId)) return UNAVAILABLE;
  const wanted = atMost(limit);
  const watch = new Stopwatch();
  const found = await metered(() => findIn(live, { productId, wanted, scope }, watch));
  if (!found) return UNAVAILABLE;
  onTimings?.(watch.times);
  return { state: 'ready', items: found.map(toSimilar) };
}

/**
 * Products that look like a picture that is in no product, by what the index's model sees in it, in the same order and
 * by the same rules.
 * @throws CallerError for a signature of another model, or a filter that is none
 */
export async function similarToSignature(
  signature: GivenSignature,
  { limit, filter, onTimings }: SimilarOptions,
): Promise<SimilarProducts> {
  const scope = scopeOf(filter);
  const live = indexService().ready();
  if (!live) return notReady();
  refuseOtherModel(signature, live.modelId);
  const watch = new Stopwatch();
  const question = { wanted: atMost(limit), scope };
  const found = await metered(async () => (await searchIn(live)).findLike(signature, question, watch));
  onTimings?.(watch.times);
  return { state: 'ready', items: found.map(toSimilar) };
}

function toSimilar({ row, similarity }: RankedRow): SimilarProduct {
  return { ...toCard(row), similarity };
}

function atMost(limit: number): number {
  return Math.min(MOST_RESULTS, Math.max(1, Math.trunc(limit) || 1));
}

async function findIn(live: LiveIndex, question: SearchQuestion, watch: Stopwatch) {
  const search = await searchIn(live);
  return search.find(question, watch);
}

/** Lets the search count among the process's figures, with the time from question to answer. */
async function metered<T>(search: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  try {
    const found = await search();
    searchMeter().answered(performance.now() - startedAt);
    return found;
  } catch (error) {
    searchMeter().failed();
    throw error;
  }
}

function notReady(): SimilarProducts {
  const { state, fraction } = indexService().status();
  return state === 'failed' ? UNAVAILABLE : { state: 'warming', fraction };
}
