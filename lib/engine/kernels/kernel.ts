import type { EngineMemory } from './memory';

/** Slots of a block, so bits of a bitmap. */
export const BLOCK_SHIFT = 16;
export const SLOTS_PER_BLOCK = 1 << BLOCK_SHIFT;
/** Bytes of a bitmap: one bit per slot of a block. */
export const BITMAP_BYTES = SLOTS_PER_BLOCK / 8;
export const BITMAP_WORDS = SLOTS_PER_BLOCK / 32;

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
  /** target = left ∧ ¬right, one bitmap; returns the number of ones. */
  andNot(target: number, left: number, right: number): number;
  /** target = left ∨ right, one bitmap; returns the number of ones. */
  or(target: number, left: number, right: number): number;
  /** Writes the positions of the ones as 32-bit words at `out`, ascending; returns how many. */
  collect(bitmap: number, out: number): number;
  /**
   * Adds `n` columns (bitmaps, their addresses are 32-bit words at `columns`), each worth 2^`shift`, to vertical
   * counters: `planes` bitmaps one after another, plane p holding bit p of every slot's count. The caller sees to
   * it that `planes` ≥ `shift` + 3 and that no count outgrows the planes.
   */
  addColumns(counters: number, planes: number, shift: number, columns: number, n: number): void;

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
