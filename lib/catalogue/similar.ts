import { toCard } from '@/lib/catalogue/cards';
import { isProductId } from '@/lib/catalogue/detail';
import { indexService } from '@/lib/catalogue/index-service';
import type { LiveIndex } from '@/lib/catalogue/live-index';
import { releaseSearch, searchIn } from '@/lib/catalogue/open-search';
import { scopeOf, type SimilarFilter } from '@/lib/catalogue/similar-filter';
import type { SearchQuestion } from '@/lib/catalogue/similar-search';
import { Stopwatch, type SimilarTimings } from '@/lib/catalogue/stopwatch';
import type { SimilarProducts } from '@/lib/catalogue/types';
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
  const wanted = Math.min(MOST_RESULTS, Math.max(1, Math.trunc(limit) || 1));
  const watch = new Stopwatch();
  const found = await metered(() => findIn(live, { productId, wanted, scope }, watch));
  if (!found) return UNAVAILABLE;
  const items = found.map(({ row, similarity }) => ({ ...toCard(row), similarity }));
  onTimings?.(watch.times);
  return { state: 'ready', items };
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
