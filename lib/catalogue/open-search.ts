import type { LiveIndex } from '@/lib/catalogue/live-index';
import { searchSettings } from '@/lib/catalogue/search-settings';
import { SimilarSearch } from '@/lib/catalogue/similar-search';
import { database } from '@/lib/database';

interface OpenSearch {
  readonly live: LiveIndex;
  readonly search: Promise<SimilarSearch>;
}

const KEY = Symbol.for('dalma.search');
const store = globalThis as { [KEY]?: OpenSearch };

/** The process's search of the index in use, whichever bundle asks; made anew when the index was. */
export function searchIn(live: LiveIndex): Promise<SimilarSearch> {
  if (store[KEY]?.live === live) return store[KEY].search;
  releaseSearch();
  const search = SimilarSearch.open(database(), live, searchSettings());
  store[KEY] = { live, search };
  search.catch(() => {
    if (store[KEY]?.search === search) delete store[KEY];
  });
  return search;
}

/**
 * Lets go of an index that is no longer in use, and of the file held open for it. A search under way ends as it would
 * with the file empty.
 */
export function releaseSearch(): void {
  const former = store[KEY];
  delete store[KEY];
  former?.search.then(
    (search) => search.close(),
    () => {},
  );
}
