import type { Database } from '@/db';
import {
  foundCards,
  prepareFoundCards,
  prepareQueryPicture,
  vectorsOf,
  type FoundRow,
  type PriceRange,
} from '@/db/queries/similar';
import type { CandidateSource, Candidates, QueryPicture, RankedRow } from '@/lib/catalogue/candidate-source';
import type { FeatureFile } from '@/lib/catalogue/feature-file';
import { keepFeatures } from '@/lib/catalogue/keep-features';
import { KnownAbsent } from '@/lib/catalogue/known-absent';
import type { LiveIndex } from '@/lib/catalogue/live-index';
import { isWhole, type Compared, type Reranker } from '@/lib/catalogue/reranker';
import type { Stopwatch } from '@/lib/catalogue/stopwatch';
import type { Match } from '@/lib/engine';

/** So many cards are asked for by a prepared statement. */
const PREPARED_CARDS = 24;
/** Who sold out since the index last heard of it makes place for others: so many times further down is then looked. */
const MORE = 4;

type Vectors = ReadonlyMap<number, Uint8Array>;

/**
 * A file of this machine tells what pictures are compared by, and the database what the cards of the few results show.
 * What the file lacks comes from the database in one query and is kept; what the database lacks too is not asked for
 * again for a minute.
 */
export class FileCandidates implements CandidateSource {
  readonly #queryPicture;
  readonly #cards;
  readonly #absent = new KnownAbsent();

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
    if (this.#absent.has(row.imageId)) return { ...row, bytes: null };
    const fetched = await watch.wait('query', this.#fetch([row.imageId]));
    return { ...row, bytes: fetched.get(row.imageId) ?? null };
  }

  async best(candidates: Candidates, watch: Stopwatch): Promise<RankedRow[]> {
    const missing: number[] = [];
    let fetched: Vectors = new Map();
    const rank = (k: number) => watch.time('rerank', () => this.#rank(candidates, k, fetched, missing));
    let first = rank(candidates.wanted);
    if (missing.length > 0) {
      fetched = await watch.wait('features', this.#fetch(missing));
      first = rank(candidates.wanted);
    }
    const shown = await this.#shown(first, candidates, watch);
    if (shown.length === candidates.wanted || first.length < candidates.wanted) return shown;
    return this.#moreShown(shown, rank(candidates.imageIds.length), candidates, watch);
  }

  /** Down the whole order, in pages that grow, behind the first one, until there are as many results as wanted. */
  async #moreShown(
    shown: RankedRow[],
    ordered: Match[],
    candidates: Candidates,
    watch: Stopwatch,
  ): Promise<RankedRow[]> {
    const { wanted } = candidates;
    for (let [from, to] = [wanted, wanted * MORE]; from < ordered.length; [from, to] = [to, to * MORE]) {
      shown.push(...(await this.#shown(ordered.slice(from, to), candidates, watch)));
      if (shown.length >= wanted) break;
    }
    return shown.slice(0, wanted);
  }

  /** Those of the matches that can be shown and bought, in the same order. */
  async #shown(matches: readonly Match[], { price }: Candidates, watch: Stopwatch): Promise<RankedRow[]> {
    const ids = matches.map(({ id }) => id);
    const cards = await watch.wait('details', this.#cardsOf(ids, price));
    const byImage = new Map(cards.map((row) => [row.imageId, row]));
    return matches.flatMap(({ id, similarity }) => {
      const row = byImage.get(id);
      return row ? [{ row, similarity }] : [];
    });
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

  #cardsOf(ids: readonly number[], price: PriceRange): Promise<FoundRow[]> {
    if (ids.length === 0 || ids.length > PREPARED_CARDS) return foundCards(this.db, ids, price);
    const numbers = Array.from({ length: PREPARED_CARDS }, (_, i) => [i, ids[i] ?? ids[0]] as const);
    return this.#cards.execute({ ...Object.fromEntries(numbers), ...price });
  }

  close(): void {
    this.file.close();
  }
}
