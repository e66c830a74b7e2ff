import { candidateCards, queryPicture } from '@/db/queries/similar';
import { toCard } from '@/lib/catalogue/cards';
import { isProductId } from '@/lib/catalogue/detail';
import { indexService } from '@/lib/catalogue/index-service';
import { IN_STOCK, type LiveIndex } from '@/lib/catalogue/live-index';
import { decodeTopFilters } from '@/lib/catalogue/top-filters';
import type { SimilarProducts } from '@/lib/catalogue/types';
import { database } from '@/lib/database';
import { FEATURE_BYTES, rankByJaccard } from '@/lib/engine';
import { log } from '@/lib/log';

/**
 * Of what there is of a family in the demo catalogue, the first 8 hold 82.7 % when shared filters are counted, as many
 * as when all pictures are compared, and 69.3 % with the published narrowing and its floor (`npm run bench:similar`).
 */
const NARROWING = { mode: 'overlap', weights: 'rank', limit: 300 } as const;
const MOST_RESULTS = 100;
const IN_STOCK_ONLY = { every: [IN_STOCK] };
const UNAVAILABLE: SimilarProducts = { state: 'unavailable' };

/** Milliseconds spent in each part of one search. */
export interface SimilarTimings {
  readonly database: number;
  readonly index: number;
  readonly rerank: number;
}

export interface SimilarOptions {
  readonly limit: number;
  /** Told once per search that ran to its end: for measuring. */
  readonly onTimings?: (timings: SimilarTimings) => void;
}

/**
 * Products that look like this one, most similar first; one entry per product (its best picture counts), never the
 * product itself, and never what is sold out or deleted.
 */
export async function similarProducts(productId: number, options: SimilarOptions): Promise<SimilarProducts> {
  const live = indexService().ready();
  if (!live) return notReady();
  return isProductId(productId) ? search(live, productId, options) : UNAVAILABLE;
}

async function search(
  live: LiveIndex,
  productId: number,
  { limit, onTimings }: SimilarOptions,
): Promise<SimilarProducts> {
  const wanted = Math.min(MOST_RESULTS, Math.max(1, Math.trunc(limit) || 1));
  const watch = new Stopwatch();
  const query = await watch.time('database', () => queryPicture(database(), live.modelId, productId));
  if (!query || !isWhole(query)) return UNAVAILABLE;
  const imageIds = await watch.time('index', () =>
    live.narrow(decodeTopFilters(query.topFilters), {
      ...NARROWING,
      atLeast: wanted,
      excludeOwner: productId,
      where: IN_STOCK_ONLY,
    }),
  );
  const rows = await watch.time('database', () => candidateCards(database(), live.modelId, [...imageIds]));
  const items = await watch.time('rerank', () => {
    const byImage = new Map(rows.map((row) => [row.imageId, row]));
    const candidates = rows.filter(isWhole).map((row) => ({
      id: row.imageId,
      owner: row.product.id,
      featureBits: row.featureBits,
    }));
    return rankByJaccard(query.featureBits, candidates, wanted).flatMap(({ id, similarity }) => {
      const row = byImage.get(id);
      return row ? [{ ...toCard(row), similarity }] : [];
    });
  });
  onTimings?.(watch.times);
  return { state: 'ready', items };
}

/** A damaged row costs its own picture and no page. */
function isWhole({ imageId, featureBits }: { imageId: number; featureBits: Uint8Array }): boolean {
  if (featureBits.length === FEATURE_BYTES) return true;
  log().warn({ imageId, bytes: featureBits.length, expected: FEATURE_BYTES }, 'Skipped damaged feature bits');
  return false;
}

function notReady(): SimilarProducts {
  const { state, fraction } = indexService().status();
  return state === 'failed' ? UNAVAILABLE : { state: 'warming', fraction };
}

class Stopwatch {
  readonly times = { database: 0, index: 0, rerank: 0 };

  async time<T>(part: keyof SimilarTimings, work: () => T | Promise<T>): Promise<T> {
    const startedAt = performance.now();
    const result = await work();
    this.times[part] += performance.now() - startedAt;
    return result;
  }
}
