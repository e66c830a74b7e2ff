import type { Arena } from './arena';
import { clearBit, hasBit, setBit } from './blocks';
import { BITMAP_BYTES, BITMAP_WORDS, BLOCK_SHIFT, type Kernel, SLOTS_PER_BLOCK } from './kernels/kernel';
import { lowestOne } from './kernels/scalar';

/**
 * A set of slots: per block one bitmap and the number of its ones. A bitmap whose count is 0 holds rubbish and is
 * never read; that is how blocks without candidates cost nothing.
 */
export class SlotSet {
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
    this.#bitmaps.push(this.arena.allocate(BITMAP_BYTES));
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

  setCount(block: number, count: number): void {
    this.#total += count - this.#counts[block]!;
    this.#counts[block] = count;
  }

  /** This set becomes source ∧ column, where the column's bitmap is `distance` bytes after each block's base. */
  intersect(source: SlotSet, bases: readonly number[], distance: number): void {
    for (let b = 0; b < bases.length; b++) {
      const rest = source.count(b);
      this.setCount(b, rest && this.kernel.and(this.bitmap(b), source.bitmap(b), bases[b]! + distance));
    }
  }

  add(slot: number): void {
    const block = slot >>> BLOCK_SHIFT;
    const { words } = this.arena;
    const bitmap = this.bitmap(block);
    if (this.count(block) === 0) words.fill(0, bitmap >>> 2, (bitmap >>> 2) + BITMAP_WORDS);
    if (hasBit(words, bitmap, slot)) return;
    setBit(words, bitmap, slot);
    this.setCount(block, this.count(block) + 1);
  }

  delete(slot: number): void {
    const block = slot >>> BLOCK_SHIFT;
    const { words } = this.arena;
    if (this.count(block) === 0 || !hasBit(words, this.bitmap(block), slot)) return;
    clearBit(words, this.bitmap(block), slot);
    this.setCount(block, this.count(block) - 1);
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
