import type { Arena } from './arena';
import { clearBit, hasBit, setBit } from './blocks';
import { BITMAP_BYTES, BITMAP_WORDS, BLOCK_SHIFT, type Kernel, SLOTS_PER_BLOCK } from './kernels/kernel';
import { lowestOne } from './kernels/scalar';

/**
 * A set of slots: per block one bitmap and the number of its ones. A bitmap whose count is 0 holds rubbish and is
 * never read; that is how blocks without candidates cost nothing.
 */
export class SlotSet {
  /** Addresses by block: of bitmaps of its own, and of those that hold the set, which may be borrowed ones. */
  readonly #own: number[] = [];
  readonly #bitmaps: number[] = [];
  #counts = new Uint32Array(0);
  #total = 0;

  constructor(
    private readonly kernel: Kernel,
    private readonly arena: Arena,
  ) {}

  get total(): number {
    return this.#total;
  }

  appendBlock(): void {
    const address = this.arena.allocate(BITMAP_BYTES);
    this.#own.push(address);
    this.#bitmaps.push(address);
    const counts = new Uint32Array(this.#bitmaps.length);
    counts.set(this.#counts);
    this.#counts = counts;
  }

  clear(): void {
    this.#counts.fill(0);
    this.#total = 0;
  }

  /** Number of this set's slots in a block. */
  count(block: number): number {
    return this.#counts[block]!;
  }

  /** Address of a block's bitmap; its content means something only while `count` is not 0. */
  bitmap(block: number): number {
    return this.#bitmaps[block]!;
  }

  /** Lets a bitmap that is not this set's be its block: it is read and never written to. */
  borrow(block: number, bitmap: number, count: number): void {
    this.#bitmaps[block] = bitmap;
    this.setCount(block, count);
  }

  /** Address of a bitmap of its own that becomes the block; `setCount` goes with it. */
  ownBitmap(block: number): number {
    return (this.#bitmaps[block] = this.#own[block]!);
  }

  setCount(block: number, count: number): void {
    this.#total += count - this.#counts[block]!;
    this.#counts[block] = count;
  }

  /** This set becomes source ∧ column, where the column's bitmap is `distance` bytes after each block's base. */
  intersect(source: SlotSet, bases: readonly number[], distance: number): void {
    for (let b = 0; b < bases.length; b++) {
      const rest = source.count(b);
      this.setCount(b, rest && this.kernel.and(this.ownBitmap(b), source.bitmap(b), bases[b]! + distance));
    }
  }

  /** The same with four columns, at the distances a, b, c and d. */
  intersectFour(source: SlotSet, bases: readonly number[], a: number, b: number, c: number, d: number): void {
    for (let block = 0; block < bases.length; block++) {
      const rest = source.count(block);
      const base = bases[block]!;
      const left = source.bitmap(block);
      const target = this.ownBitmap(block);
      this.setCount(block, rest && this.kernel.andFour(target, left, base + a, base + b, base + c, base + d));
    }
  }

  add(slot: number): void {
    const block = slot >>> BLOCK_SHIFT;
    const bitmap = this.#changeable(block);
    const { words } = this.arena;
    if (hasBit(words, bitmap, slot)) return;
    setBit(words, bitmap, slot);
    this.setCount(block, this.count(block) + 1);
  }

  delete(slot: number): void {
    const block = slot >>> BLOCK_SHIFT;
    if (this.count(block) === 0 || !hasBit(this.arena.words, this.bitmap(block), slot)) return;
    clearBit(this.arena.words, this.#changeable(block), slot);
    this.setCount(block, this.count(block) - 1);
  }

  /** Address of a bitmap of its own with the slots of the block. */
  #changeable(block: number): number {
    const before = this.bitmap(block);
    const own = this.ownBitmap(block);
    if (this.count(block) === 0) this.arena.words.fill(0, own >>> 2, (own >>> 2) + BITMAP_WORDS);
    else if (before !== own) this.kernel.and(own, before, before);
    return own;
  }

  /** Calls `visit` with each slot, ascending, until it returns true; says whether it did. */
  some(visit: (slot: number) => boolean): boolean {
    const { words } = this.arena;
    for (let b = 0; b < this.#bitmaps.length; b++) {
      if (this.count(b) === 0) continue;
      const first = this.bitmap(b) >>> 2;
      for (let i = 0; i < BITMAP_WORDS; i++) {
        for (let rest = words[first + i]!; rest !== 0; rest &= rest - 1) {
          if (visit(b * SLOTS_PER_BLOCK + i * 32 + lowestOne(rest))) return true;
        }
      }
    }
    return false;
  }
}
