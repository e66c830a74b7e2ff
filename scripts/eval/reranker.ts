import {
  FEATURE_BYTES,
  FILTERS,
  INTENSITY_BYTES,
  rankByBoth,
  rankByIntensities,
  rankByJaccard,
} from '@/lib/engine';
import { BestMatches } from '@/lib/engine/best-matches';
import { CosineTo } from '@/lib/engine/cosine';
import { JaccardTo } from '@/lib/engine/jaccard';
import { COLOUR_BINS } from '@/scripts/bench/colour-bins';
import type { Entry } from './entry';

/** Orders candidates by likeness to the query. */
export interface Reranker {
  readonly name: string;
  /** The one that does the same to all pictures without a shortcut; left out, itself. */
  readonly exact?: string;
  /** Read of each candidate, so kept of each picture. */
  readonly bytes: number;
  /** Ids of the best `k`, one per owner. */
  readonly rank: (query: Entry, candidates: Iterable<Entry>, k: number) => number[];
}

/** Jaccard similarity of feature bits: the published one. */
export const byFeatures: Reranker = {
  name: 'features',
  bytes: FEATURE_BYTES,
  rank: (query, candidates, k) => idsOf(rankByJaccard(query.featureBits, candidates, k)),
};

/** Cosine of the intensities in 512 bytes. */
export const byIntensities: Reranker = {
  name: 'intensities',
  bytes: INTENSITY_BYTES,
  rank: (query, candidates, k) => idsOf(rankByIntensities(query.intensityBytes, candidates, k)),
};

/** Cosine of their square roots in 512 bytes: strong filters outweigh the others less. */
export const byRoots: Reranker = ranking('intensity-roots', INTENSITY_BYTES, (query) => {
  const cosine = new CosineTo(query.rootBytes);
  return ({ rootBytes }) => cosine.similarity(rootBytes);
});

/** Mean of the published similarity and of the cosine of the intensities. */
export const byBoth: Reranker = ranking('features+intensities', FEATURE_BYTES + INTENSITY_BYTES, (query) => {
  const jaccard = new JaccardTo(query.featureBits);
  const cosine = new CosineTo(query.intensityBytes);
  return ({ featureBits, intensityBytes }) =>
    (jaccard.similarity(featureBits) + cosine.similarity(intensityBytes)) / 2;
});

/** Products that are compared by both similarities. */
export const SHORTLIST = 100;

/** The shop's short way to the same: by intensities first, and only the best of these by both. */
export const byShortlist: Reranker = {
  name: 'both',
  exact: byBoth.name,
  bytes: byBoth.bytes,
  rank: (query, candidates, k) => {
    const entries = new Map<number, Entry>();
    const shortlist = rankByIntensities(query.intensityBytes, seen(candidates, entries), SHORTLIST);
    const shortlisted = shortlist.map(({ id, owner, similarity: cosine }) => {
      const { featureBits } = entries.get(id)!;
      return { id, owner, cosine, featureBits };
    });
    return idsOf(rankByBoth(query.featureBits, shortlisted, k));
  },
};

/** Cosine of the intensities as the network gives them. */
export const byFloatIntensities: Reranker = ranking('float-intensities', FILTERS * 4, (query) => {
  const { intensities } = query.picture;
  const norm = Math.sqrt(dot(intensities, intensities));
  return ({ picture }) => {
    const other = picture.intensities;
    return dot(intensities, other) / (norm * Math.sqrt(dot(other, other)));
  };
});

/** Bhattacharyya's likeness of the colour histograms: the floor, which knows nothing of shapes. */
export const byColours: Reranker = ranking('colours', COLOUR_BINS * 4, ({ picture: { colours } }) => {
  return ({ picture }) => {
    let common = 0;
    for (let i = 0; i < colours.length; i++) common += Math.sqrt(colours[i]! * picture.colours[i]!);
    return common;
  };
});

function ranking(
  name: string,
  bytes: number,
  similarityTo: (query: Entry) => (candidate: Entry) => number,
): Reranker {
  return {
    name,
    bytes,
    rank: (query, candidates, k) => {
      const similarity = similarityTo(query);
      const best = new BestMatches(k);
      for (const candidate of candidates) {
        best.offer({ id: candidate.id, owner: candidate.owner, similarity: similarity(candidate) });
      }
      return idsOf(best.list);
    },
  };
}

/** Remembers what goes by. */
function* seen(candidates: Iterable<Entry>, entries: Map<number, Entry>): Iterable<Entry> {
  for (const entry of candidates) {
    entries.set(entry.id, entry);
    yield entry;
  }
}

function idsOf(matches: readonly { readonly id: number }[]): number[] {
  return matches.map(({ id }) => id);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
