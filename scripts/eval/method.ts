import { BitwiseIndex, MinHashIndex, type NarrowOptions } from '@/lib/engine';
import { seededRandom } from '@/lib/engine/seeded-random';
import { MOST_FILTERS, type Entry } from './entry';
import type { Gallery } from './gallery';
import {
  byBoth,
  byColours,
  byFeatures,
  byFloatIntensities,
  byIntensities,
  byRoots,
  byShortlist,
  type Reranker,
} from './reranker';

/** Results looked at. */
export const K = 10;
const PUBLISHED_FILTERS = 25;
const LIMIT = 300;
const LIMITS = [100, 300, 1000];
/** Filter bits of a picture. Tags, counters and numbers come to 2 bytes more (`npm run bench:engine`). */
const FILTER_BYTES = 64;
/** The published 100 bands of 5 rows, and 250 of 2: photos of one thing are less alike than the published figures assume. */
const MINHASH_BANDS = [100, 250];
/** What a band takes of a picture, as `npm run bench:engine` measures it. */
const BAND_BYTES = 25;
/** More pictures take MinHash minutes to hash. */
const MOST_FOR_MINHASH = 50_000;

export interface Found {
  /** Positions in the gallery, best first. */
  readonly ids: readonly number[];
  /** How many pictures were compared. */
  readonly candidates: number;
}

/** One way of finding look-alikes. */
export interface Method {
  readonly narrowing:
    'exhaustive' | 'bitwise-and' | 'bitwise-and-floor' | 'overlap' | 'minhash-lsh' | 'random';
  /** Top filters per picture in the index; null where none are looked at. */
  readonly filters: number | null;
  readonly weights: 'equal' | 'rank' | null;
  /** Bands of the 500 hashes; null where nothing is hashed. */
  readonly bands: number | null;
  /** The most candidates; null for all. */
  readonly limit: number | null;
  readonly reranker: string;
  readonly bytesPerProduct: number;
  /** The exhaustive re-ranking whose results are the true ones for this method; null where none can be named. */
  readonly truth: string | null;
  readonly search: (query: Entry) => Found;
}

/** All methods that are measured, on one gallery. Building the indexes takes a while. */
export function methodsOn(gallery: Gallery, seed: number): Method[] {
  const indexes = new Map([PUBLISHED_FILTERS, MOST_FILTERS].map((n) => [n, bitwiseIndex(gallery, n)]));
  const narrowed = (reranker: Reranker) =>
    NARROWINGS.map((one) => bitwise(gallery, indexes.get(one.filters)!, one, reranker));
  return [
    exhaustive(gallery, byFloatIntensities),
    ...[byIntensities, byRoots, byFeatures, byBoth].map((one) => exhaustive(gallery, one)),
    ...[byFeatures, byIntensities, byBoth, byShortlist].flatMap(narrowed),
    ...(gallery.entries.length > MOST_FOR_MINHASH
      ? []
      : MINHASH_BANDS.map((bands) => minHash(gallery, bands))),
    exhaustive(gallery, byColours),
    random(gallery, seed),
  ];
}

type BitwiseSettings = Pick<Method, 'narrowing'> & {
  readonly filters: number;
  readonly weights: 'equal' | 'rank';
  readonly limit: number;
  readonly mode: NonNullable<NarrowOptions['mode']>;
};

const NARROWINGS: readonly BitwiseSettings[] = [
  { narrowing: 'bitwise-and', mode: 'published', filters: PUBLISHED_FILTERS, weights: 'equal', limit: LIMIT },
  { narrowing: 'bitwise-and-floor', mode: 'and', filters: PUBLISHED_FILTERS, weights: 'equal', limit: LIMIT },
  ...[PUBLISHED_FILTERS, MOST_FILTERS].flatMap((filters) =>
    (['equal', 'rank'] as const).flatMap((weights) =>
      LIMITS.map((limit) => ({ narrowing: 'overlap', mode: 'overlap', filters, weights, limit }) as const),
    ),
  ),
];

/** The true neighbours of float intensities are the yardstick of what is made of intensities. */
function exhaustive(gallery: Gallery, reranker: Reranker): Method {
  const ofIntensities = [byIntensities, byRoots].includes(reranker);
  return {
    narrowing: 'exhaustive',
    filters: null,
    weights: null,
    bands: null,
    limit: null,
    reranker: reranker.name,
    bytesPerProduct: reranker.bytes,
    truth: ofIntensities ? byFloatIntensities.name : null,
    search: (query) => ({
      ids: reranker.rank(query, gallery.allowed(query), K),
      candidates: gallery.entries.length,
    }),
  };
}

function bitwise(
  gallery: Gallery,
  index: BitwiseIndex,
  { mode, ...settings }: BitwiseSettings,
  reranker: Reranker,
): Method {
  const { filters, weights, limit } = settings;
  return {
    ...settings,
    weights: mode === 'overlap' ? weights : null,
    bands: null,
    reranker: reranker.name,
    bytesPerProduct: FILTER_BYTES + reranker.bytes,
    truth: reranker.exact ?? reranker.name,
    search: (query) => {
      const options = { ...gallery.narrowing(query), mode, weights, limit, atLeast: K };
      const ids = index.narrow(query.topFilters.subarray(0, filters), options);
      return rankedOf(gallery, ids, query, reranker);
    },
  };
}

function minHash(gallery: Gallery, bands: number): Method {
  const index = new MinHashIndex({ bands });
  for (const entry of gallery.entries) index.add({ ...entry, tags: gallery.tagsOf(entry) });
  return {
    narrowing: 'minhash-lsh',
    filters: null,
    weights: null,
    limit: LIMIT,
    reranker: byFeatures.name,
    bands,
    bytesPerProduct: bands * BAND_BYTES + byFeatures.bytes,
    truth: byFeatures.name,
    search: (query) => {
      const options = { ...gallery.narrowing(query), limit: LIMIT, atLeast: K };
      return rankedOf(gallery, index.narrow(query.featureBits, options), query, byFeatures);
    },
  };
}

/** What no method may fall below. */
function random(gallery: Gallery, seed: number): Method {
  const next = seededRandom(seed);
  return {
    narrowing: 'random',
    filters: null,
    weights: null,
    bands: null,
    limit: K,
    reranker: 'none',
    bytesPerProduct: 0,
    truth: null,
    search: (query) => {
      const allowed = [...gallery.allowed(query)];
      const drawn = Array.from({ length: Math.min(K, allowed.length) }, () => {
        const [entry] = allowed.splice(Math.floor(next() * allowed.length), 1);
        return entry!.id;
      });
      return { ids: drawn, candidates: drawn.length };
    },
  };
}

function bitwiseIndex(gallery: Gallery, filters: number): BitwiseIndex {
  const index = new BitwiseIndex();
  for (const entry of gallery.entries) {
    const { id, owner, topFilters } = entry;
    index.add({ id, owner, topFilters: topFilters.subarray(0, filters), tags: gallery.tagsOf(entry) });
  }
  return index;
}

function rankedOf(gallery: Gallery, ids: Uint32Array, query: Entry, reranker: Reranker): Found {
  const candidates = Array.from(ids, (id) => gallery.entries[id]!);
  return { ids: reranker.rank(query, candidates, K), candidates: ids.length };
}
