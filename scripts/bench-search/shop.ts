import { similarProducts, type SimilarTimings } from '@/lib/catalogue/similar';
import { K, type Found, type SearchMethod } from './method';

const SOURCES = ['file', 'mysql'] as const;
const RERANKERS = ['intensities', 'features'] as const;

/** The shop's own search, with each re-ranker and each source of what it compares. */
export function shopMethods(): SearchMethod[] {
  return RERANKERS.flatMap((reranker) =>
    SOURCES.map((source) => ({
      name: `search-${source}-${reranker}`,
      search: (product) => search(product, { RERANKER: reranker, FEATURE_SOURCE: source }),
    })),
  );
}

async function search(product: number, settings: Readonly<Record<string, string>>): Promise<Found> {
  Object.assign(process.env, settings);
  const timings: SimilarTimings[] = [];
  const similar = await similarProducts(product, { limit: K, onTimings: (all) => timings.push(all) });
  if (similar.state !== 'ready') throw new Error(`The search for product ${product} says: ${similar.state}.`);
  return { products: similar.items.map(({ id }) => id), stages: timings[0] ?? {} };
}
