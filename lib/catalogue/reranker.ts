import type { VectorKind } from '@/db/queries/similar';
import {
  FEATURE_BYTES,
  INTENSITY_BYTES,
  rankByIntensities,
  rankByJaccard,
  type Match,
  type ShortlistedCandidate,
} from '@/lib/engine';
import { log } from '@/lib/log';

/** A candidate and what it is compared by. */
export interface Compared {
  readonly id: number;
  readonly owner: number;
  readonly bytes: Uint8Array;
}

/** A way of ordering candidates. */
export interface Reranker {
  readonly name: VectorKind;
  /** Bytes per picture. */
  readonly bytes: number;
  /** The k candidates most similar to the query, one per owner. Each candidate is done with before the next is asked for. */
  rank(query: Uint8Array, candidates: Iterable<Compared>, k: number): Match[];
}

export const RERANKERS: Readonly<Record<VectorKind, Reranker>> = {
  intensities: {
    name: 'intensities',
    bytes: INTENSITY_BYTES,
    rank: (query, candidates, k) => rankByIntensities(query, asIntensities(candidates), k),
  },
  features: {
    name: 'features',
    bytes: FEATURE_BYTES,
    rank: (query, candidates, k) => rankByJaccard(query, asFeatures(candidates), k),
  },
};

/** Whether the bytes can be compared. A damaged row costs its own picture and no page. */
export function isWhole({ name, bytes }: Reranker, imageId: number, found: Uint8Array): boolean {
  if (found.length === bytes) return true;
  log().warn({ imageId, bytes: found.length, expected: bytes }, `Skipped damaged ${name} of a picture`);
  return false;
}

/** Of a shortlist by intensities those whose feature bits are there, with both. */
export function* shortlisted(
  compared: Iterable<Compared>,
  shortlist: readonly Match[],
): Iterable<ShortlistedCandidate> {
  const cosines = new Map(shortlist.map(({ id, similarity }) => [id, similarity]));
  for (const { id, owner, bytes } of compared) {
    const cosine = cosines.get(id);
    if (cosine !== undefined) yield { id, owner, cosine, featureBits: bytes };
  }
}

function* asIntensities(candidates: Iterable<Compared>) {
  for (const { id, owner, bytes } of candidates) yield { id, owner, intensityBytes: bytes };
}

function* asFeatures(candidates: Iterable<Compared>) {
  for (const { id, owner, bytes } of candidates) yield { id, owner, featureBits: bytes };
}
