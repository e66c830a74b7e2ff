import type { VectorKind } from '@/db/queries/similar';
import type { NarrowMode, NarrowOptions } from '@/lib/engine';
import { searchEnv } from '@/lib/env';

export interface SearchSettings {
  readonly narrowing: Pick<NarrowOptions, 'mode' | 'weights'> & { readonly limit: number };
  /** How many of a picture's strongest filters the index holds and a search asks with. */
  readonly filters: number;
  /** What candidates are compared by; `both`: by intensities, then the best of these by the mean of both similarities. */
  readonly reranker: VectorKind | 'both';
  /** How many products are compared by both at a time. */
  readonly shortlist: number;
  /** Where that is read: a file of this machine, or the database. */
  readonly source: 'file' | 'mysql';
}

/** The published ways of narrowing, and the one that counts shared filters, each with the numbers that suit it. */
const NARROWINGS: Readonly<Record<NarrowMode, Pick<SearchSettings, 'narrowing' | 'filters'>>> = {
  overlap: { narrowing: { mode: 'overlap', weights: 'rank', limit: 700 }, filters: 50 },
  and: { narrowing: { mode: 'and', limit: 300 }, filters: 25 },
  published: { narrowing: { mode: 'published', limit: 300 }, filters: 25 },
};

/** Holds 99.3 to 100 % of the ten best by both in catalogues of thousands, 92 % in one of a million (docs/evaluation). */
const SHORTLIST = 100;

/** How this process finds similar products, by `NARROWING`, `RERANKER` and `FEATURE_SOURCE`. */
export function searchSettings(): SearchSettings {
  const { NARROWING, RERANKER, FEATURE_SOURCE } = searchEnv();
  return { ...NARROWINGS[NARROWING], reranker: RERANKER, shortlist: SHORTLIST, source: FEATURE_SOURCE };
}

/** What a re-ranker needs to know of pictures. */
export function kindsOf(reranker: SearchSettings['reranker']): readonly VectorKind[] {
  return reranker === 'both' ? ['intensities', 'features'] : [reranker];
}
