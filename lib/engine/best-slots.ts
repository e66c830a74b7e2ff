import type { Arena } from './arena';
import type { Blocks } from './blocks';
import type { DistinctOwners } from './distinct-owners';
import {
  BITMAP_BYTES,
  BLOCK_SHIFT,
  COUNTER_BYTES,
  type Kernel,
  SLOTS_PER_BLOCK,
  Tally,
  WEIGHTS,
} from './kernels/kernel';
import type { Request } from './request';
import type { Slots } from './slots';
import { SlotSet } from './slot-set';
import { MOST_TOP_FILTERS } from './types';
import { weightOf } from './weights';

const MOST_COUNT = MOST_TOP_FILTERS << (WEIGHTS - 1);
/** Counts 0 … MOST_COUNT, and the one that no slot reaches. */
const TALLY_WORDS = Tally.byCount + MOST_COUNT + 2;

type Ranking = Pick<Request, 'filters' | 'n' | 'limit' | 'ranked'>;

/**
 * The best K of a set of slots by (weighted) number of the query's filters they have, ties to the lower slot. Exact.
 *
 * One walk over the blocks: the kernel counts and gives out the slots that count enough to be among the best K so far.
 * The first few thousand slots settle most of what is enough; of a million, a few thousand are ever given out.
 */
export class BestSlots {
  readonly #best: SlotSet;
  /** The best so far, ascending, and their counts. */
  #found = new Uint32Array(0);
  #counts = new Uint16Array(0);
  #length = 0;
  /** Addresses of what the kernel asks for. */
  readonly #columns: number;
  readonly #counters: number;
  readonly #tally: number;
  readonly #out: number;

  constructor(
    private readonly kernel: Kernel,
    private readonly arena: Arena,
    private readonly blocks: Blocks,
    private readonly slots: Slots,
    private readonly owners: DistinctOwners,
  ) {
    this.#best = new SlotSet(kernel, arena);
    this.#columns = arena.allocate((WEIGHTS + MOST_TOP_FILTERS) * 4);
    this.#counters = arena.allocate(COUNTER_BYTES);
    this.#tally = arena.allocate(TALLY_WORDS * 4);
    this.#out = arena.allocate(SLOTS_PER_BLOCK * 4);
  }

  appendBlock(): void {
    this.#best.appendBlock();
  }

  /**
   * The best `limit` slots of `from`; if these have fewer owners than `floor`, the best slot of each of the best
   * `floor` owners goes in first. `from` has more than `limit` slots of at least `floor` owners, and stays as it is.
   */
  choose(from: SlotSet, ranking: Ranking, floor: number): SlotSet {
    this.#listColumns(ranking);
    this.#select(from, ranking.limit);
    if (this.owners.count(this.#best, floor) < floor) this.#spread(from, ranking.limit, floor);
    return this.#best;
  }

  /** The query's filters as the kernel takes them: by weight. */
  #listColumns({ filters, n, ranked }: Ranking): void {
    const { words } = this.arena;
    const first = this.#columns >>> 2;
    let next = first + WEIGHTS;
    for (let w = 0; w < WEIGHTS; w++) {
      const before = next;
      for (let rank = 0; rank < n; rank++) {
        if (weightOf(rank, n, ranked) === 1 << w) words[next++] = filters[rank]! * BITMAP_BYTES;
      }
      words[first + w] = next - before;
    }
  }

  /** Found and Best: the K of greatest count in `from`. */
  #select(from: SlotSet, k: number): void {
    if (this.#found.length < k) {
      this.#found = new Uint32Array(k);
      this.#counts = new Uint16Array(k);
    }
    this.#length = 0;
    const tally = this.#tally >>> 2;
    this.arena.words.fill(0, tally, tally + TALLY_WORDS);
    this.arena.words[tally + Tally.k] = k;
    for (let b = 0; b < this.blocks.filters.length; b++) {
      if (from.count(b) > 0) this.#take(b, from.bitmap(b), k);
    }
    this.#best.clear();
    for (let i = 0; i < this.#length; i++) this.#best.add(this.#found[i]!);
  }

  /** Lets the slots of one block into Found, and out of it those that are no longer among the best K. */
  #take(block: number, among: number, k: number): void {
    const base = this.blocks.filters[block]!;
    const given = this.kernel.best(among, base, this.#columns, this.#counters, this.#tally, this.#out);
    if (given === 0) return;
    const { words } = this.arena;
    const least = words[(this.#tally >>> 2) + Tally.least]!;
    /** Places for the slots that tie for the last: of count least − 1, the lowest first. */
    let places = k - words[(this.#tally >>> 2) + Tally.reached]!;
    const before = this.#length;
    this.#length = 0;
    for (let i = 0; i < before + given; i++) {
      const word = i < before ? 0 : words[(this.#out >>> 2) + i - before]!;
      const count = i < before ? this.#counts[i]! : word >>> 16;
      if (count < least && (count < least - 1 || places-- <= 0)) continue;
      const slot = i < before ? this.#found[i]! : (block << BLOCK_SHIFT) | (word & 0xffff);
      this.#found[this.#length] = slot;
      this.#counts[this.#length++] = count;
    }
  }

  /** For the rare query whose best K belong to too few owners: look further down until there are enough. */
  #spread(from: SlotSet, limit: number, floor: number): void {
    let k = limit;
    do {
      k = Math.min(k * 2, from.total);
      this.#select(from, k);
    } while (this.owners.count(this.#best, floor) < floor);
    const ordered = this.#ordered();
    this.#best.clear();
    const met = new Set<number>();
    for (const slot of ordered) {
      const owner = this.slots.owner(slot);
      if (met.size === floor || met.has(owner)) continue;
      met.add(owner);
      this.#best.add(slot);
    }
    for (const slot of ordered) if (this.#best.total < limit) this.#best.add(slot);
  }

  /** The slots of Found, greatest count first, then lower slot first. */
  #ordered(): number[] {
    const places = Array.from({ length: this.#length }, (_, i) => i);
    places.sort((a, b) => this.#counts[b]! - this.#counts[a]! || a - b);
    return places.map((place) => this.#found[place]!);
  }
}
