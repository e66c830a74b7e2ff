import { BITMAP_WORDS, type Kernel, Tally, WEIGHTS } from './kernel';
import { createMemory, type EngineMemory, Words } from './memory';

/** The obviously right kernel: plain loops over 32-bit words. */
export function createScalarKernel(memory: EngineMemory = createMemory()): Kernel {
  const words = new Words(memory);
  return {
    name: 'scalar',
    memory,
    and: (target, left, right) => combine(words.view, target, left, right, (a, b) => a & b),
    andFour: (target, left, a, b, c, d) => andFour(words.view, target, left, [a, b, c, d]),
    andNot: (target, left, right) => combine(words.view, target, left, right, (a, b) => a & ~b),
    or: (target, left, right) => combine(words.view, target, left, right, (a, b) => a | b),
    collect: (bitmap, out) => collect(words.view, bitmap, out),
    best: (among, base, columns, _counters, tally, out) => best(words.view, among, base, columns, tally, out),
    ones: (address, bytes) => intersection(words.view, address, address, bytes),
    intersection: (left, right, bytes) => intersection(words.view, left, right, bytes),
    dot: (left, right, bytes) => dot(new Uint8Array(memory.buffer), left, right, bytes),
    minHash: (signature, seeds, hashes, positions, n) =>
      minHash(words.view, signature, seeds, hashes, positions, n),
  };
}

type WordOperation = (a: number, b: number) => number;

function combine(words: Uint32Array, target: number, left: number, right: number, operation: WordOperation) {
  let ones = 0;
  for (let i = 0; i < BITMAP_WORDS; i++) {
    const word = operation(words[(left >>> 2) + i]!, words[(right >>> 2) + i]!);
    words[(target >>> 2) + i] = word;
    ones += popcount(word);
  }
  return ones;
}

function andFour(words: Uint32Array, target: number, left: number, columns: readonly number[]): number {
  let ones = 0;
  for (let i = 0; i < BITMAP_WORDS; i++) {
    let word = words[(left >>> 2) + i]!;
    for (const column of columns) word &= words[(column >>> 2) + i]!;
    words[(target >>> 2) + i] = word;
    ones += popcount(word);
  }
  return ones;
}

function collect(words: Uint32Array, bitmap: number, out: number): number {
  let found = 0;
  for (let i = 0; i < BITMAP_WORDS; i++) {
    for (let rest = words[(bitmap >>> 2) + i]!; rest !== 0; rest &= rest - 1) {
      words[(out >>> 2) + found++] = i * 32 + lowestOne(rest);
    }
  }
  return found;
}

function best(
  words: Uint32Array,
  among: number,
  base: number,
  columns: number,
  tally: number,
  out: number,
): number {
  let found = 0;
  for (let i = 0; i < BITMAP_WORDS; i++) {
    const asked = words[(among >>> 2) + i]!;
    if (asked !== 0) countWord(words, (base >>> 2) + i, columns >>> 2);
    for (let rest = asked; rest !== 0; rest &= rest - 1) {
      const bit = lowestOne(rest);
      if (counts[bit]! < words[(tally >>> 2) + Tally.least]!) continue;
      words[(out >>> 2) + found++] = (i * 32 + bit) | (counts[bit]! << 16);
      enter(words, tally >>> 2, counts[bit]!);
    }
  }
  return found;
}

/** Of the 32 slots of the word that is being looked at. */
const counts = new Uint16Array(32);

/** Counts the columns of 32 slots. `first` is the index of the word in a column of offset 0. */
function countWord(words: Uint32Array, first: number, columns: number): void {
  counts.fill(0);
  let next = columns + WEIGHTS;
  for (let w = 0; w < WEIGHTS; w++) {
    for (const end = next + words[columns + w]!; next < end; next++) {
      const column = words[first + (words[next]! >>> 2)]!;
      for (let rest = column; rest !== 0; rest &= rest - 1) counts[lowestOne(rest)]! += 1 << w;
    }
  }
}

function enter(words: Uint32Array, tally: number, count: number): void {
  words[tally + Tally.byCount + count]!++;
  words[tally + Tally.reached]!++;
  while (words[tally + Tally.reached]! >= words[tally + Tally.k]!) {
    words[tally + Tally.reached]! -= words[tally + Tally.byCount + words[tally + Tally.least]!++]!;
  }
}

function intersection(words: Uint32Array, left: number, right: number, bytes: number): number {
  let ones = 0;
  for (let i = 0; i < bytes >>> 2; i++)
    ones += popcount(words[(left >>> 2) + i]! & words[(right >>> 2) + i]!);
  return ones;
}

function dot(memory: Uint8Array, left: number, right: number, bytes: number): number {
  let sum = 0;
  for (let i = 0; i < bytes; i++) sum += memory[left + i]! * memory[right + i]!;
  return sum;
}

function minHash(
  words: Uint32Array,
  signature: number,
  seeds: number,
  hashes: number,
  positions: number,
  n: number,
): void {
  for (let i = 0; i < hashes; i++) {
    const seed = words[(seeds >>> 2) + i]!;
    let least = 0xffffffff;
    for (let p = 0; p < n; p++) {
      const spread = Math.imul(words[(positions >>> 2) + p]! + seed, 0x9e3779b1);
      least = Math.min(least, Math.imul(spread ^ (spread >>> 15), 0x85ebca6b) >>> 0);
    }
    words[(signature >>> 2) + i] = least;
  }
}

/** Ones of a 32-bit word: sums of neighbouring bits, pairs, nibbles, then all bytes by one multiplication. */
export function popcount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Position of the lowest one; `word` is not 0. */
export function lowestOne(word: number): number {
  return 31 - Math.clz32(word & -word);
}
