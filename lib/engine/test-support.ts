import fc from 'fast-check';
import type { KernelName } from './kernels/kernel';
import { seededRandom } from './seeded-random';
import {
  type Entry,
  FEATURE_BYTES,
  FILTERS,
  INTENSITY_BYTES,
  type NarrowMode,
  type NarrowOptions,
  type Where,
} from './types';

export { seededRandom };

export const KERNELS: readonly KernelName[] = ['scalar', 'simd'];
export const MODES: readonly NarrowMode[] = ['published', 'and', 'overlap'];
const TAGS = ['inStock', 'category:1', 'category:2'];

/** Few filters, from both ends of the range, so that random pictures share some and counts tie. */
export const someFilters = fc.uniqueArray(fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7, 509, 510, 511), {
  minLength: 1,
  maxLength: 8,
});

export const someEntry: fc.Arbitrary<Entry> = fc.record({
  id: fc.nat(60),
  owner: fc.nat(12),
  topFilters: someFilters,
  tags: fc.subarray(TAGS),
});

const someTag = fc.constantFrom(...TAGS, 'unknown');
const someWhere: fc.Arbitrary<Where> = fc.record(
  {
    every: fc.array(fc.oneof(someTag, fc.array(someTag, { maxLength: 3 })), { maxLength: 3 }),
    none: fc.array(someTag, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

export const someOptions: fc.Arbitrary<NarrowOptions> = fc
  .record(
    {
      mode: fc.constantFrom(...MODES),
      limit: fc.integer({ min: 1, max: 20 }),
      atLeast: fc.nat(8),
      where: someWhere,
      excludeOwner: fc.nat(12),
      weights: fc.constantFrom<'equal' | 'rank'>('equal', 'rank'),
    },
    { requiredKeys: ['limit'] },
  )
  .map((options) => ({ ...options, atLeast: Math.min(options.atLeast ?? 1, options.limit) }));

/** Add the entry (replacing an earlier picture of the same id), or take its id out. */
export type Change = { readonly put: Entry } | { readonly remove: number };

export const someChanges = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: someEntry.map((put): Change => ({ put })) },
    { weight: 1, arbitrary: fc.nat(60).map((remove): Change => ({ remove })) },
  ),
  { maxLength: 150 },
);

export interface Changeable {
  has(id: number): boolean;
  add(entry: Entry): void;
  update(entry: Entry): void;
  remove(id: number): boolean;
}

export function apply(change: Change, index: Changeable): void {
  if ('remove' in change) index.remove(change.remove);
  else if (index.has(change.put.id)) index.update(change.put);
  else index.add(change.put);
}

/** `n` distinct filters; low numbers are more popular, as some filters are in real pictures. */
export function randomFilters(random: () => number, n = 25): number[] {
  const filters = new Set<number>();
  while (filters.size < n) filters.add(Math.floor(random() ** 2 * FILTERS));
  return [...filters];
}

/** `count` pictures, two or three per owner, eight of ten in stock. */
export function randomCatalogue(count: number, seed: number): Entry[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) => ({
    id: i * 3 + 1,
    owner: Math.floor(i / 2.5),
    topFilters: randomFilters(random),
    tags: random() < 0.8 ? ['inStock', `category:${Math.floor(random() * 8)}`] : [],
  }));
}

/** Feature bits with the given bits set. */
export function featureBits(bits: Iterable<number>): Uint8Array {
  const bytes = new Uint8Array(FEATURE_BYTES);
  for (const bit of bits) bytes[bit >> 3]! |= 1 << (bit & 7);
  return bytes;
}

/** Intensity bytes, given as [filter, byte]; the others are 0. */
export function intensityBytes(given: Iterable<readonly [filter: number, byte: number]>): Uint8Array {
  const bytes = new Uint8Array(INTENSITY_BYTES);
  for (const [filter, byte] of given) bytes[filter] = byte;
  return bytes;
}

/** Feature bits that go with top filters: most of the 49 bits of each filter's map, which ones depends on `seed`. */
export function featureBitsOf(topFilters: ArrayLike<number>, seed: number): Uint8Array {
  const random = seededRandom(seed);
  const bits = Array.from(topFilters).flatMap((filter) =>
    Array.from({ length: 49 }, (_, i) => filter * 49 + i).filter(() => random() < 0.8),
  );
  return featureBits(bits);
}
