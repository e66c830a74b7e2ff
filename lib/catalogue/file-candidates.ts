import type { Database } from '@/db';
import {
  foundCards,
  prepareFoundCards,
  prepareQueryPicture,
  vectorsOf,
  type FoundRow,
} from '@/db/queries/similar';
import type { CandidateSource, Candidates, QueryPicture, RankedRow } from '@/lib/catalogue/candidate-source';
import type { FeatureFile } from '@/lib/catalogue/feature-file';
import type { LiveIndex } from '@/lib/catalogue/live-index';
import { horizonOf } from '@/lib/catalogue/log-position';
import type { PriceRange } from '@/lib/catalogue/price-band';
import { isWhole, type Compared, type Reranker } from '@/lib/catalogue/reranker';
import type { Stopwatch } from '@/lib/catalogue/stopwatch';
import type { Match } from '@/lib/engine';

/** So many cards are asked for by a prepared statement. */
const PREPARED_CARDS = 24;
/** Who sold out since the index last heard of it makes place for others: so many times more are then looked at. */
const MORE = 4;

type Vectors = ReadonlyMap<number, Uint8Array>;

/**
 * A file of this machine tells what pictures are compared by, and the database what the cards of the few results show.
 * What the file lacks comes from the database in one query and is kept.
 */
export class FileCandidates implements CandidateSource {
  readonly #queryPicture;
  readonly #cards;

  constructor(
    private readonly db: Database,
    private readonly live: LiveIndex,
    private readonly reranker: Reranker,
    private readonly file: FeatureFile,
  ) {
    this.#queryPicture = prepareQueryPicture(db, live.modelId);
    this.#cards = prepareFoundCards(db, PREPARED_CARDS);
  }

  async queryPicture(productId: number, watch: Stopwatch): Promise<QueryPicture | undefined> {
    const [row] = await watch.wait('query', this.#queryPicture.execute({ productId }));
    if (!row) return undefined;
    const kept = watch.time('query', () => this.file.read(row.imageId)?.slice());
    if (kept) return { ...row, bytes: kept };
    const fetched = await watch.wait('query', this.#fetch([row.imageId]));
    return { ...row, bytes: fetched.get(row.imageId) ?? null };
  }

  async best(candidates: Candidates, watch: Stopwatch): Promise<RankedRow[]> {
    const missing: number[] = [];
    let fetched: Vectors = new Map();
    const rank = (k: number) => watch.time('rerank', () => this.#rank(candidates, k, fetched, missing));
    let matches = rank(candidates.wanted);
    if (missing.length > 0) {
      fetched = await watch.wait('features', this.#fetch(missing));
      matches = rank(candidates.wanted);
    }
    return this.#firstShown(candidates, matches, rank, watch);
  }

  /** The results among the matches, and further down if these are not enough. */
  async #firstShown(
    { wanted, price }: Candidates,
    first: Match[],
    rank: (k: number) => Match[],
    watch: Stopwatch,
  ): Promise<RankedRow[]> {
    const cards = new Map<number, FoundRow>();
    let matches = first;
    let seen = 0;
    for (let k = wanted; ; k *= MORE) {
      const ids = matches.slice(seen).map(({ id }) => id);
      for (const row of await watch.wait('details', this.#cardsOf(ids, price))) cards.set(row.imageId, row);
      const shown = matches.flatMap(({ id, similarity }) => {
        const row = cards.get(id);
        return row ? [{ row, similarity }] : [];
      });
      if (shown.length >= wanted || matches.length < k) return shown.slice(0, wanted);
      seen = matches.length;
      matches = rank(k * MORE);
    }
  }

  #rank({ query, imageIds }: Candidates, k: number, fetched: Vectors, missing: number[]): Match[] {
    missing.length = 0;
    return this.reranker.rank(query, this.#compared(imageIds, fetched, missing), k);
  }

  *#compared(imageIds: Uint32Array, fetched: Vectors, missing: number[]): Iterable<Compared> {
    for (const id of imageIds) {
      const owner = this.live.productOf(id);
      if (owner === undefined) continue;
      const bytes = fetched.get(id) ?? this.file.read(id);
      if (bytes) yield { id, owner, bytes };
      else missing.push(id);
    }
  }

  /** From the database, and from now on in the file. */
  async #fetch(imageIds: readonly number[]): Promise<Vectors> {
    const { db, live, reranker, file } = this;
    const rows = await vectorsOf(db, live.modelId, reranker.name, imageIds);
    const whole = rows.filter(({ imageId, bytes }) => isWhole(reranker, imageId, bytes));
    if (whole.length > 0) file.note({ ...file.mark, horizon: await horizonOf(db) });
    for (const { imageId, bytes } of whole) file.write(imageId, bytes);
    return new Map(whole.map(({ imageId, bytes }) => [imageId, bytes]));
  }

  #cardsOf(ids: readonly number[], price: PriceRange): Promise<FoundRow[]> {
    if (ids.length === 0 || ids.length > PREPARED_CARDS) return foundCards(this.db, ids, price);
    const numbers = Array.from({ length: PREPARED_CARDS }, (_, i) => [i, ids[i] ?? ids[0]] as const);
    return this.#cards.execute({ ...Object.fromEntries(numbers), ...price });
  }

  close(): void {
    this.file.close();
  }
}
