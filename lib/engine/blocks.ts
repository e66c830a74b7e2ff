import type { Arena } from './arena';
import { BITMAP_BYTES, BITMAP_WORDS, BLOCK_SHIFT, SLOTS_PER_BLOCK } from './kernels/kernel';
import { lowestOne } from './kernels/scalar';
import { FILTERS } from './types';

/**
 * The bit-sliced store: bitmaps over blocks of 65,536 slots. Arrays are by block; addresses are in the arena.
 * A dead slot's bits are 0 in every bitmap.
 */
export class Blocks {
  /** Address of the first of 512 bitmaps, one per filter, one after another. */
  readonly filters: number[] = [];
  /** Address of the bitmap of the slots that hold a picture, and the number of its ones. */
  readonly alive: number[] = [];
  readonly live: number[] = [];
  /** Address of the bitmap of each tag that some slot of the block has had. */
  readonly tags: Map<string, number>[] = [];

  constructor(readonly arena: Arena) {}

  /** Slots there are, dead or alive. */
  get capacity(): number {
    return this.filters.length * SLOTS_PER_BLOCK;
  }

  /** Bytes of the filters and the living, and of the tags. */
  get bytes(): { readonly filters: number; readonly tags: number } {
    const tags = this.tags.reduce((sum, { size }) => sum + size, 0);
    return { filters: this.filters.length * (FILTERS + 1) * BITMAP_BYTES, tags: tags * BITMAP_BYTES };
  }

  append(): void {
    const address = this.arena.allocate((FILTERS + 1) * BITMAP_BYTES);
    this.filters.push(address);
    this.alive.push(address + FILTERS * BITMAP_BYTES);
    this.live.push(0);
    this.tags.push(new Map());
  }

  /** Makes the bitmaps `write` will need, so that it cannot fail half-way. */
  prepare(slot: number, tags: readonly string[]): void {
    const known = this.tags[slot >>> BLOCK_SHIFT]!;
    for (const tag of tags) {
      if (!known.has(tag)) known.set(tag, this.arena.allocate(BITMAP_BYTES));
    }
  }

  /** Fills a dead slot with the first `n` of `filters`, and tags. */
  write(slot: number, filters: Uint16Array, n: number, tags: readonly string[]): void {
    const { words } = this.arena;
    const block = slot >>> BLOCK_SHIFT;
    for (let i = 0; i < n; i++) setBit(words, this.filters[block]! + filters[i]! * BITMAP_BYTES, slot);
    for (const tag of tags) setBit(words, this.tags[block]!.get(tag)!, slot);
    setBit(words, this.alive[block]!, slot);
    this.live[block]!++;
  }

  /** Makes a slot dead. */
  clear(slot: number): void {
    const { words } = this.arena;
    const block = slot >>> BLOCK_SHIFT;
    for (let f = 0; f < FILTERS; f++) clearBit(words, this.filters[block]! + f * BITMAP_BYTES, slot);
    for (const tag of this.tags[block]!.values()) clearBit(words, tag, slot);
    clearBit(words, this.alive[block]!, slot);
    this.live[block]!--;
  }

  /** Bytes of a block's filters and living, and of each of its tags. */
  parts(block: number): Uint8Array[] {
    const store = this.arena.bytes(this.filters[block]!, (FILTERS + 1) * BITMAP_BYTES);
    const tags = [...this.tags[block]!.values()];
    return [store, ...tags.map((address) => this.arena.bytes(address, BITMAP_BYTES))];
  }

  isAlive(slot: number): boolean {
    return hasBit(this.arena.words, this.alive[slot >>> BLOCK_SHIFT]!, slot);
  }

  /** The lowest slot that holds no picture, or -1; there is none below `from`. */
  lowestDead(from: number): number {
    const { words } = this.arena;
    for (let b = from >>> BLOCK_SHIFT; b < this.alive.length; b++) {
      if (this.live[b] === SLOTS_PER_BLOCK) continue;
      const first = b * SLOTS_PER_BLOCK;
      for (let i = from > first ? (from - first) >>> 5 : 0; i < BITMAP_WORDS; i++) {
        const dead = ~words[(this.alive[b]! >>> 2) + i]!;
        if (dead !== 0) return first + i * 32 + lowestOne(dead);
      }
    }
    return -1;
  }
}

const SLOT_MASK = SLOTS_PER_BLOCK - 1;

export function hasBit(words: Uint32Array, bitmap: number, slot: number): boolean {
  return (words[wordOf(bitmap, slot)]! & (1 << (slot & 31))) !== 0;
}

export function setBit(words: Uint32Array, bitmap: number, slot: number): void {
  words[wordOf(bitmap, slot)]! |= 1 << (slot & 31);
}

export function clearBit(words: Uint32Array, bitmap: number, slot: number): void {
  words[wordOf(bitmap, slot)]! &= ~(1 << (slot & 31));
}

function wordOf(bitmap: number, slot: number): number {
  return (bitmap >>> 2) + ((slot & SLOT_MASK) >>> 5);
}
