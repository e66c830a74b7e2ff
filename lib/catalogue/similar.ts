import { toCard } from '@/lib/catalogue/cards';
import { isProductId } from '@/lib/catalogue/detail';
import { indexService } from '@/lib/catalogue/index-service';
import type { LiveIndex } from '@/lib/catalogue/live-index';
import { searchSettings } from '@/lib/catalogue/search-settings';
import { scopeOf, type SimilarFilter } from '@/lib/catalogue/similar-filter';
import { SimilarSearch } from '@/lib/catalogue/similar-search';
import { Stopwatch, type SimilarTimings } from '@/lib/catalogue/stopwatch';
import type { SimilarProducts } from '@/lib/catalogue/types';
import { database } from '@/lib/database';

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
  if (!live) return notReady();
  if (!isProductId(productId)) return UNAVAILABLE;
  const wanted = Math.min(MOST_RESULTS, Math.max(1, Math.trunc(limit) || 1));
  const watch = new Stopwatch();
  const search = await searchIn(live);
  const found = await search.find({ productId, wanted, scope }, watch);
  if (!found) return UNAVAILABLE;
  const items = found.map(({ row, similarity }) => ({ ...toCard(row), similarity }));
  onTimings?.(watch.times);
  return { state: 'ready', items };
}

function notReady(): SimilarProducts {
  const { state, fraction } = indexService().status();
  return state === 'failed' ? UNAVAILABLE : { state: 'warming', fraction };
}

let current: { readonly live: LiveIndex; readonly search: Promise<SimilarSearch> } | null = null;

/** The search of the index in use; made anew when the index was. */
function searchIn(live: LiveIndex): Promise<SimilarSearch> {
  if (current?.live === live) return current.search;
  const former = current;
  const search = SimilarSearch.open(database(), live, searchSettings());
  current = { live, search };
  former?.search.then(
    (one) => one.close(),
    () => {},
  );
  search.catch(() => {
    if (current?.search === search) current = null;
  });
  return search;
}
