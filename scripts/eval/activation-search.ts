import { performance } from 'node:perf_hooks';
import { BestMatches } from '@/lib/engine/best-matches';
import { ACTIVATION_LENGTH } from '@/lib/vision/signature';
import type { Described } from './describe';
import type { Entry } from './entry';
import type { Gallery } from './gallery';

export const ACTIVATION_BYTES = ACTIVATION_LENGTH * 4;

export interface ActivationResult {
  /** Positions in the gallery, best first. */
  readonly ids: readonly number[];
  readonly ms: number;
}

/** A query's activation without its zeros, which are most of it, divided by its norm. */
interface Sparse {
  readonly positions: Uint16Array;
  readonly values: Float32Array;
}

/**
 * The best `k` of each query by cosine of the whole activations. These are too many for the memory, so they are read
 * in chunks, once for the queries and once for the gallery, and each chunk is compared with all queries.
 */
export async function searchActivations(
  gallery: Gallery,
  described: Described,
  k: number,
  onProgress: (pictures: number) => void,
): Promise<ActivationResult[]> {
  const positions = new Map(described.pictures.map((picture, i) => [picture, i]));
  const byPicture = (entries: readonly Entry[]) =>
    new Map(entries.map((entry) => [positions.get(entry.picture)!, entry]));
  const queries = await readQueries(described, byPicture(gallery.queries));
  const searched = byPicture(gallery.entries);
  const best = gallery.queries.map(() => new BestMatches(k));
  const times = gallery.queries.map(() => 0);
  for await (const chunk of described.activations()) {
    const entries = chunk.flatMap(({ picture, values }) => {
      const entry = searched.get(picture);
      return entry ? [{ entry, values, norm: normOf(values) }] : [];
    });
    gallery.queries.forEach((query, q) => {
      const startedAt = performance.now();
      for (const { entry, values, norm } of entries) {
        if (!gallery.mayFind(query, entry)) continue;
        const similarity = dot(queries[q]!, values) / norm;
        best[q]!.offer({ id: entry.id, owner: entry.owner, similarity });
      }
      times[q]! += performance.now() - startedAt;
    });
    onProgress(chunk.length);
  }
  return best.map(({ list }, q) => ({ ids: list.map(({ id }) => id), ms: times[q]! }));
}

async function readQueries(described: Described, wanted: ReadonlyMap<number, Entry>): Promise<Sparse[]> {
  const queries: Sparse[] = [];
  for await (const chunk of described.activations()) {
    for (const { picture, values } of chunk) {
      const entry = wanted.get(picture);
      if (entry) queries[entry.id] = sparseOf(values);
    }
  }
  return queries;
}

function sparseOf(activation: Float32Array): Sparse {
  const norm = normOf(activation);
  const positions = Uint16Array.from(activation.keys()).filter((position) => activation[position]! > 0);
  return { positions, values: Float32Array.from(positions, (position) => activation[position]! / norm) };
}

function normOf(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum);
}

function dot({ positions, values }: Sparse, activation: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < positions.length; i++) sum += values[i]! * activation[positions[i]!]!;
  return sum;
}
