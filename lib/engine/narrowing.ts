import type { Arena } from './arena';
import { BestSlots } from './best-slots';
import type { Blocks } from './blocks';
import { DistinctOwners } from './distinct-owners';
import { BITMAP_BYTES, type Kernel } from './kernels/kernel';
import type { Slots } from './slots';
import { SlotSet } from './slot-set';
import type { Request } from './request';
import type { Where } from './types';

const NONE: readonly string[] = [];
/** Filters that are taken at once, and how many times `limit` there must be for the leap to be likely to hold. */
const LEAP = 4;
const WORTH_LEAPING = 200;

/** From a query to the set of its candidates. Holds the working sets, which every run starts afresh. */
export class Narrowing {
  #kept: SlotSet;
  #trial: SlotSet;
  readonly #best: BestSlots;
  readonly #owners: DistinctOwners;
  /** Address of one bitmap to gather a group of tags in. */
  readonly #group: number;

  constructor(
    private readonly kernel: Kernel,
    private readonly arena: Arena,
    private readonly blocks: Blocks,
    private readonly slots: Slots,
  ) {
    this.#kept = new SlotSet(kernel, arena);
    this.#trial = new SlotSet(kernel, arena);
    this.#owners = new DistinctOwners(slots);
    this.#best = new BestSlots(kernel, arena, blocks, slots, this.#owners);
    this.#group = arena.allocate(BITMAP_BYTES);
  }

  appendBlock(): void {
    this.#kept.appendBlock();
    this.#trial.appendBlock();
    this.#best.appendBlock();
  }

  /** The candidates; the set is valid until the next run. */
  run(request: Request): SlotSet {
    const { mode, limit, atLeast } = request;
    this.#start(request);
    if (this.#kept.total <= limit) return this.#kept;
    const floor = mode === 'published' ? 0 : this.#owners.count(this.#kept, atLeast);
    if (mode !== 'overlap') this.#walk(request, floor);
    if (mode === 'published' || this.#kept.total <= limit) return this.#kept;
    return this.#best.choose(this.#kept, request, floor);
  }

  /** Kept: the living slots that meet `where` and are not of the excluded owner. */
  #start({ where, excludeOwner }: Request): void {
    for (let b = 0; b < this.blocks.alive.length; b++) {
      if (where === undefined) this.#kept.borrow(b, this.blocks.alive[b]!, this.blocks.live[b]!);
      else this.#kept.setCount(b, this.#meeting(b, where));
    }
    if (excludeOwner === undefined) return;
    for (let slot = this.slots.firstOf(excludeOwner); slot !== -1; slot = this.slots.nextOf(slot)) {
      this.#kept.delete(slot);
    }
  }

  /** Writes one block of Kept and returns its ones. */
  #meeting(block: number, where: Where): number {
    const kept = this.#kept.ownBitmap(block);
    const alive = this.blocks.alive[block]!;
    const tags = this.blocks.tags[block]!;
    let ones = this.kernel.and(kept, alive, alive);
    for (const group of where.every ?? NONE) {
      const bitmap = typeof group === 'string' ? tags.get(group) : this.#union(tags, group);
      if (bitmap === undefined || ones === 0) return 0;
      ones = this.kernel.and(kept, kept, bitmap);
    }
    for (const tag of where.none ?? NONE) {
      const bitmap = tags.get(tag);
      if (bitmap !== undefined) ones = this.kernel.andNot(kept, kept, bitmap);
    }
    return ones;
  }

  /** Address of the bitmap of the slots that have one of the tags; undefined if the block knows none of them. */
  #union(tags: ReadonlyMap<string, number>, group: readonly string[]): number | undefined {
    let union: number | undefined;
    for (const tag of group) {
      const bitmap = tags.get(tag);
      if (bitmap === undefined) continue;
      this.kernel.or(this.#group, union ?? bitmap, bitmap);
      union = this.#group;
    }
    return union;
  }

  /** The progressive AND: strongest filter first, until few enough are left; a filter that breaks the floor is skipped. */
  #walk(request: Request, floor: number): void {
    const { filters, n, limit } = request;
    for (let rank = this.#leap(request, floor); rank < n && this.#kept.total > limit; rank++) {
      this.#trial.intersect(this.#kept, this.blocks.filters, filters[rank]! * BITMAP_BYTES);
      if (this.#owners.count(this.#trial, floor) < floor) continue;
      [this.#kept, this.#trial] = [this.#trial, this.#kept];
    }
  }

  /**
   * Takes the first filters of a large catalogue in one pass, and returns how many. If then more than `limit` are left, of
   * enough owners, none of the filters would have been the last one or been skipped; else nothing was taken.
   */
  #leap({ filters, n, limit }: Request, floor: number): number {
    if (n < LEAP || this.#kept.total < limit * WORTH_LEAPING) return 0;
    const [a, b, c, d] = filters;
    this.#trial.intersectFour(
      this.#kept,
      this.blocks.filters,
      a! * BITMAP_BYTES,
      b! * BITMAP_BYTES,
      c! * BITMAP_BYTES,
      d! * BITMAP_BYTES,
    );
    if (this.#trial.total <= limit || this.#owners.count(this.#trial, floor) < floor) return 0;
    [this.#kept, this.#trial] = [this.#trial, this.#kept];
    return LEAP;
  }
}
