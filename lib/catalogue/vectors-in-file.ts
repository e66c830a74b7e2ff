import type { Database } from '@/db';
import { vectorsOf } from '@/db/queries/similar';
import type { FeatureFile } from '@/lib/catalogue/feature-file';
import { keepFeatures } from '@/lib/catalogue/keep-features';
import { KnownAbsent } from '@/lib/catalogue/known-absent';
import type { LiveIndex } from '@/lib/catalogue/live-index';
import { isWhole, type Compared, type Reranker } from '@/lib/catalogue/reranker';
import type { Stopwatch } from '@/lib/catalogue/stopwatch';
import type { Match } from '@/lib/engine';

type Vectors = ReadonlyMap<number, Uint8Array>;

/**
 * What pictures are compared by, from a file of this machine. What the file lacks comes from the database in one query
 * and is kept; what the database lacks too is not asked for again for a minute.
 */
export class VectorsInFile {
  readonly #absent = new KnownAbsent();

  constructor(
    private readonly db: Database,
    private readonly live: LiveIndex,
    private readonly reranker: Reranker,
    private readonly file: FeatureFile,
  ) {}

  /** Of one picture; null if it has none. */
  async one(imageId: number, watch: Stopwatch): Promise<Uint8Array | null> {
    const kept = watch.time('query', () => this.file.read(imageId)?.slice());
    if (kept) return kept;
    if (this.#absent.has(imageId)) return null;
    const fetched = await watch.wait('query', this.#fetch([imageId]));
    return fetched.get(imageId) ?? null;
  }

  /** The k pictures most similar to the query, of those that have what is compared, one per product. */
  async rank(query: Uint8Array, imageIds: Iterable<number>, k: number, watch: Stopwatch): Promise<Match[]> {
    return this.ranked(imageIds, (compared) => this.reranker.rank(query, compared, k), watch);
  }

  /** The same in an order of the caller's own, which is asked for again if something had to be fetched. */
  async ranked(
    imageIds: Iterable<number>,
    order: (compared: Iterable<Compared>) => Match[],
    watch: Stopwatch,
  ): Promise<Match[]> {
    const missing: number[] = [];
    const first = watch.time('rerank', () => order(this.#compared(imageIds, new Map(), missing)));
    if (missing.length === 0) return first;
    const fetched = await watch.wait('features', this.#fetch(missing));
    return watch.time('rerank', () => order(this.#compared(imageIds, fetched, [])));
  }

  close(): void {
    this.file.close();
  }

  *#compared(imageIds: Iterable<number>, fetched: Vectors, missing: number[]): Iterable<Compared> {
    for (const id of imageIds) {
      const owner = this.live.productOf(id);
      if (owner === undefined) continue;
      const bytes = fetched.get(id) ?? this.file.read(id);
      if (bytes) yield { id, owner, bytes };
      else if (!this.#absent.has(id)) missing.push(id);
    }
  }

  /** From the database, and from now on in the file. */
  async #fetch(imageIds: readonly number[]): Promise<Vectors> {
    const { db, live, reranker, file } = this;
    const rows = await vectorsOf(db, live.modelId, reranker.name, imageIds);
    const whole = rows.filter(({ imageId, bytes }) => isWhole(reranker, imageId, bytes));
    await keepFeatures(db, file, whole);
    const vectors = new Map(whole.map(({ imageId, bytes }) => [imageId, bytes]));
    this.#absent.add(imageIds.filter((id) => !vectors.has(id)));
    return vectors;
  }
}
