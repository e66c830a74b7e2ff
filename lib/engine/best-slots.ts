import type { Arena } from './arena';
import { type Blocks, hasBit } from './blocks';
import type { DistinctOwners } from './distinct-owners';
import { BITMAP_BYTES, BLOCK_SHIFT, type Kernel } from './kernels/kernel';
import type { Request } from './request';
import type { Slots } from './slots';
import { SlotSet } from './slot-set';
import { MOST_TOP_FILTERS } from './types';
import { weightOf } from './weights';

/** Bits of the greatest count: 64 filters of weights 16 … 8. */
const MOST_PLANES = 10;
/** The kernel adds to three planes at once, */
const ADDER_PLANES = 3;
/** eight columns at once, which takes as long as about three of the columns left over. */
const ADDER_COLUMNS = 8;
const WORTH_PADDING = 3;

type Ranking = Pick<Request, 'filters' | 'n' | 'limit' | 'ranked'>;

/**
 * The best K of a set of slots by (weighted) number of the query's filters they have, ties to the lower slot. Exact.
 *
 * Counts are bit-sliced: plane p of a block's vertical counters is a bitmap with bit p of every slot's count, so one
 * vector instruction adds a filter to 128 counts. The K best are found from the highest plane down (O'Neil and
 * Quass): the set of those that are surely among the best grows, the set of those still tied shrinks.
 */
export class BestSlots {
  readonly #best: SlotSet;
  readonly #tied: SlotSet;
  /** By block: address of its vertical counters. Made at the first use. */
  readonly #counters: number[] = [];
  /** Address of a list of column addresses, for the kernel. */
  readonly #columns: number;
  /** Address of one bitmap to work in, and of one that stays empty. */
  readonly #scratch: number;
  readonly #zeros: number;
  #planes = 0;

  constructor(
    private readonly kernel: Kernel,
    private readonly arena: Arena,
    private readonly blocks: Blocks,
    private readonly slots: Slots,
    private readonly owners: DistinctOwners,
  ) {
    this.#best = new SlotSet(kernel, arena);
    this.#tied = new SlotSet(kernel, arena);
    this.#columns = arena.allocate(MOST_TOP_FILTERS * 4);
    this.#scratch = arena.allocate(BITMAP_BYTES);
    this.#zeros = arena.allocate(BITMAP_BYTES);
  }

  appendBlock(): void {
    this.#best.appendBlock();
    this.#tied.appendBlock();
  }

  /**
   * The best `limit` slots of `from`; if these have fewer owners than `floor`, the best slot of each of the best
   * `floor` owners goes in first. `from` has at least `floor` owners and stays as it is.
   */
  choose(from: SlotSet, ranking: Ranking, floor: number): SlotSet {
    this.#count(from, ranking);
    this.#select(from, ranking.limit);
    if (this.owners.count(this.#best, floor) < floor) this.#spread(from, ranking.limit, floor);
    return this.#best;
  }

  /** Fills the counters of the blocks `from` has slots in: each bit of the weights is one sum of columns. */
  #count(from: SlotSet, ranking: Ranking): void {
    const { n, ranked } = ranking;
    let sum = 0;
    let bits = 0;
    for (let rank = 0; rank < n; rank++) {
      const weight = weightOf(rank, n, ranked);
      sum += weight;
      bits |= weight;
    }
    const shifts = 32 - Math.clz32(bits);
    this.#planes = Math.max(32 - Math.clz32(sum), shifts - 1 + ADDER_PLANES);
    for (let b = this.#counters.length; b < this.blocks.filters.length; b++) {
      this.#counters.push(this.arena.allocate(MOST_PLANES * BITMAP_BYTES));
    }
    for (let b = 0; b < this.#counters.length; b++) {
      if (from.count(b) === 0) continue;
      const first = this.#counters[b]! >>> 2;
      this.arena.words.fill(0, first, first + (this.#planes * BITMAP_BYTES) / 4);
      for (let shift = 0; shift < shifts; shift++) this.#addColumns(b, ranking, shift);
    }
  }

  #addColumns(block: number, { filters, n, ranked }: Ranking, shift: number): void {
    const { words } = this.arena;
    let columns = 0;
    for (let rank = 0; rank < n; rank++) {
      if (((weightOf(rank, n, ranked) >>> shift) & 1) === 0) continue;
      words[(this.#columns >>> 2) + columns++] = this.blocks.filters[block]! + filters[rank]! * BITMAP_BYTES;
    }
    if (columns % ADDER_COLUMNS >= WORTH_PADDING) {
      while (columns % ADDER_COLUMNS > 0) words[(this.#columns >>> 2) + columns++] = this.#zeros;
    }
    this.kernel.addColumns(this.#counters[block]!, this.#planes, shift, this.#columns, columns);
  }

  /** Best: the K of greatest count in `from`. */
  #select(from: SlotSet, k: number): void {
    this.#best.clear();
    this.#tied.copy(from);
    for (let plane = this.#planes - 1; plane >= 0 && this.#best.total + this.#tied.total > k; plane--) {
      const distance = plane * BITMAP_BYTES;
      if (this.#best.total + this.#tied.overlap(this.#counters, distance) > k) {
        this.#tied.intersect(this.#tied, this.#counters, distance);
      } else {
        this.#best.unite(this.#tied, this.#counters, distance, this.#scratch);
        this.#tied.subtract(this.#counters, distance);
      }
    }
    if (this.#best.total < k) this.#tied.some((slot) => this.#add(slot) === k);
  }

  #add(slot: number): number {
    this.#best.add(slot);
    return this.#best.total;
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

  /** The slots of Best, greatest count first, then lower slot first. */
  #ordered(): number[] {
    const slots: number[] = [];
    this.#best.some((slot) => {
      slots.push(slot);
      return false;
    });
    const counts = new Map(slots.map((slot) => [slot, this.#countOf(slot)]));
    return slots.sort((a, b) => counts.get(b)! - counts.get(a)! || a - b);
  }

  #countOf(slot: number): number {
    let count = 0;
    for (let plane = 0; plane < this.#planes; plane++) {
      const bitmap = this.#counters[slot >>> BLOCK_SHIFT]! + plane * BITMAP_BYTES;
      if (hasBit(this.arena.words, bitmap, slot)) count += 1 << plane;
    }
    return count;
  }
}
