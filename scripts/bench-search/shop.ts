import type { LiveIndex } from '@/lib/catalogue/live-index';
import { toCard } from '@/lib/catalogue/cards';
import { loadIndex } from '@/lib/catalogue/load-index';
import { searchSettings } from '@/lib/catalogue/search-settings';
import { scopeOf } from '@/lib/catalogue/similar-filter';
import { SimilarSearch } from '@/lib/catalogue/similar-search';
import { Stopwatch } from '@/lib/catalogue/stopwatch';
import { database } from '@/lib/database';
import { K, type Found, type SearchMethod } from './method';

const SOURCES = ['file', 'mysql'] as const;
const RERANKERS = ['both', 'intensities', 'features'] as const;
const PUBLISHED = { NARROWING: 'published', RERANKER: 'features', FEATURE_SOURCE: 'file' } as const;

/** The shop's own search in the index, with each re-ranker and each source of what it compares. */
export async function shopMethods(live: LiveIndex): Promise<SearchMethod[]> {
  const kinds = RERANKERS.flatMap((reranker) => SOURCES.map((source) => ({ reranker, source })));
  return Promise.all(
    kinds.map(async (kind) => {
      const opened = await SimilarSearch.open(database(), live, { ...searchSettings(), ...kind });
      return {
        name: `search-${kind.source}-${kind.reranker}`,
        search: (product: number) => search(opened, product),
      };
    }),
  );
}

/** The published method as the shop offers it: 25 filters, narrowing by AND to 300, feature bits from the file. */
export async function publishedMethod(modelId: string): Promise<SearchMethod> {
  const { live, settings } = await choosing(PUBLISHED, async () => ({
    live: (await loadIndex(database(), modelId, () => {})).live,
    settings: searchSettings(),
  }));
  const opened = await SimilarSearch.open(database(), live, settings);
  return { name: 'search-file-published', search: (product: number) => search(opened, product) };
}

/** Does something under other choices of the environment. */
async function choosing<T>(choices: NodeJS.Dict<string>, work: () => Promise<T>): Promise<T> {
  const before = Object.fromEntries(Object.keys(choices).map((name) => [name, process.env[name] ?? '']));
  Object.assign(process.env, choices);
  try {
    return await work();
  } finally {
    Object.assign(process.env, before);
  }
}

/** What `similarProducts` does. */
async function search(opened: SimilarSearch, productId: number): Promise<Found> {
  const watch = new Stopwatch();
  const found = await opened.find({ productId, wanted: K, scope: scopeOf(undefined) }, watch);
  if (!found) throw new Error(`Product ${productId} has no picture that could be compared.`);
  const cards = found.map(({ row, similarity }) => ({ ...toCard(row), similarity }));
  return { products: cards.map(({ id }) => id), stages: watch.times };
}
