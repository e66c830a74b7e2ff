import type { EngineMemory } from './memory';

/** Slots of a block, so bits of a bitmap. */
export const BLOCK_SHIFT = 16;
export const SLOTS_PER_BLOCK = 1 << BLOCK_SHIFT;
/** Bytes of a bitmap: one bit per slot of a block. */
export const BITMAP_BYTES = SLOTS_PER_BLOCK / 8;
export const BITMAP_WORDS = SLOTS_PER_BLOCK / 32;

/** Columns weigh 1, 2, 4 or 8 where they are counted. */
export const WEIGHTS = 4;
/** Room for ten bits of every count of half a block, and for what is carried. */
export const COUNTER_BYTES = 11 * 4096;

/**
 * What `best` remembers of the slots it has given out, as 32-bit words: K; the least count that is still given out; how
 * many had that count or more, always fewer than K; then by count how many had it. All but K starts as 0.
 */
export const Tally = { k: 0, least: 1, reached: 2, byCount: 3 } as const;

export type KernelName = 'scalar' | 'simd';

/**
 * The inner loops. Every address is a byte offset into `memory`, a multiple of 64. A bitmap is 8 KiB: bit s is bit
 * `s & 31` of little-endian word `s >> 5`. Operands may be the same bitmap as `target`. No function allocates.
 */
export interface Kernel {
  readonly name: KernelName;
  readonly memory: EngineMemory;

  /** target = left ∧ right, one bitmap; returns the number of ones. */
  and(target: number, left: number, right: number): number;
  /** target = left ∧ a ∧ b ∧ c ∧ d, one bitmap; returns the number of ones. */
  andFour(target: number, left: number, a: number, b: number, c: number, d: number): number;
  /** target = left ∧ ¬right, one bitmap; returns the number of ones. */
  andNot(target: number, left: number, right: number): number;
  /** target = left ∨ right, one bitmap; returns the number of ones. */
  or(target: number, left: number, right: number): number;
  /** Writes the positions of the ones as 32-bit words at `out`, ascending; returns how many. */
  collect(bitmap: number, out: number): number;
  /**
   * Counts for each slot of the bitmap `among` the columns it has, by their weights, and gives out those that may be
   * among the best K: all that fewer than K earlier ones equal or exceed. Writes them, ascending, as
   * `position | count << 16` in 32-bit words at `out`, and returns how many.
   *
   * `columns`: four words with the numbers of columns of weight 1, 2, 4 and 8, then the columns in this order, as byte
   * offsets from `base`; at most 64. `tally` goes from block to block, see `Tally`. `counters`: COUNTER_BYTES to work in.
   */
  best(among: number, base: number, columns: number, counters: number, tally: number, out: number): number;

  /** Ones in `bytes` bytes (a multiple of 64, at most 65,472). */
  ones(address: number, bytes: number): number;
  /** Ones of left ∧ right over `bytes` bytes (as above). */
  intersection(left: number, right: number, bytes: number): number;
  /** Sum of the products of `bytes` pairs of bytes, each 0 … 255 (a multiple of 64, at most 32,768). */
  dot(left: number, right: number, bytes: number): number;

  /**
   * MinHash: signature[i] = min over the `n` numbers x at `positions` of hash_i(x), or 2³²−1 if n is 0. `signature` and
   * `seeds` are lists of `hashes` (a multiple of 4) 32-bit words; with s = seeds[i], all modulo 2³²,
   * hash_i(x) = (h ⊕ h >> 15) · 0x85ebca6b where h = (x + s) · 0x9e3779b1.
   */
  minHash(signature: number, seeds: number, hashes: number, positions: number, n: number): void;
}
