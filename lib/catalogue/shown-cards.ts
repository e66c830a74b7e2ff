import type { Database } from '@/db';
import { foundCards, prepareFoundCards, type FoundRow, type PriceRange } from '@/db/queries/similar';
import type { RankedRow } from '@/lib/catalogue/candidate-source';
import type { Stopwatch } from '@/lib/catalogue/stopwatch';
import type { Match } from '@/lib/engine';

/** So many cards are asked for by a prepared statement. */
const PREPARED_CARDS = 24;
/** Fewer are not worth a question of their own. */
const LEAST_PAGE = 8;
/** Who sold out since the index last heard of it makes place for others: so many times further down is then looked. */
const MORE = 4;

/** Asks the database what the cards of a search's few results show, and which of them can be shown at all. */
export class ShownCards {
  readonly #cards;

  constructor(private readonly db: Database) {
    this.#cards = prepareFoundCards(db, PREPARED_CARDS);
  }

  /** The first `wanted` of the matches that can be shown and bought, in the same order: asked for in pages that grow. */
  async first(
    ordered: readonly Match[],
    wanted: number,
    price: PriceRange,
    watch: Stopwatch,
  ): Promise<RankedRow[]> {
    const shown: RankedRow[] = [];
    const page = Math.max(wanted, LEAST_PAGE);
    for (let [from, to] = [0, page]; from < ordered.length; [from, to] = [to, to * MORE]) {
      shown.push(...(await this.of(ordered.slice(from, to), price, watch)));
      if (shown.length >= wanted) break;
    }
    return shown.slice(0, wanted);
  }

  /** Those of the matches that can be shown and bought, in the same order. */
  async of(matches: readonly Match[], price: PriceRange, watch: Stopwatch): Promise<RankedRow[]> {
    const ids = matches.map(({ id }) => id);
    const cards = await watch.wait('details', this.#cardsOf(ids, price));
    const byImage = new Map(cards.map((row) => [row.imageId, row]));
    return matches.flatMap(({ id, similarity }) => {
      const row = byImage.get(id);
      return row ? [{ row, similarity }] : [];
    });
  }

  #cardsOf(ids: readonly number[], price: PriceRange): Promise<FoundRow[]> {
    if (ids.length === 0 || ids.length > PREPARED_CARDS) return foundCards(this.db, ids, price);
    const numbers = Array.from({ length: PREPARED_CARDS }, (_, i) => [i, ids[i] ?? ids[0]] as const);
    return this.#cards.execute({ ...Object.fromEntries(numbers), ...price });
  }
}
