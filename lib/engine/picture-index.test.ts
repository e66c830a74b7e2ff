// The contract of PictureIndex, over every index there is.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BitwiseIndex } from './bitwise-index';
import { EngineInputError } from './errors';
import { ExhaustiveIndex } from './exhaustive-index';
import { MinHashIndex } from './minhash-index';
import { apply, featureBitsOf, randomCatalogue, someChanges, someOptions } from './test-support';
import type { Entry, Match, NarrowOptions, PictureIndex, Where } from './types';

interface Subject {
  readonly create: () => PictureIndex<never>;
  readonly restore: (snapshot: Uint8Array) => PictureIndex<never>;
  readonly query: (entry: Entry) => ArrayLike<number>;
  /** Whether a search compares all pictures, not only the candidates of `narrow`. */
  readonly comparesAll?: true;
}

const model = { modelId: 'vgg16-dalma' };
const small = { hashes: 32, bands: 16 };
const SUBJECTS: [string, Subject][] = [
  [
    'bitwise, SIMD',
    {
      create: () => new BitwiseIndex({ kernel: 'simd' }),
      restore: (snapshot) => BitwiseIndex.from(snapshot, { ...model, kernel: 'simd' }),
      query: ({ topFilters }) => topFilters,
    },
  ],
  [
    'bitwise, scalar',
    {
      create: () => new BitwiseIndex({ kernel: 'scalar' }),
      restore: (snapshot) => BitwiseIndex.from(snapshot, { ...model, kernel: 'scalar' }),
      query: ({ topFilters }) => topFilters,
    },
  ],
  [
    'exhaustive',
    {
      create: () => new ExhaustiveIndex(),
      restore: (snapshot) => ExhaustiveIndex.from(snapshot, model),
      query: ({ topFilters }) => topFilters,
      comparesAll: true,
    },
  ],
  [
    'MinHash',
    {
      create: () => new MinHashIndex(small),
      restore: (snapshot) => MinHashIndex.from(snapshot, model),
      query: ({ featureBits }) => featureBits!,
    },
  ],
];

type Complete = Entry & { readonly featureBits: Uint8Array };
const withBits = (entry: Entry): Complete => ({
  ...entry,
  featureBits: featureBitsOf(entry.topFilters, entry.id),
});
const changesWithBits = someChanges.map((changes) =>
  changes.map((change) => ('put' in change ? { put: withBits(change.put) } : change)),
);

describe.each(SUBJECTS)('%s', (_, { create, restore, query, comparesAll }) => {
  const narrow = (index: PictureIndex<never>, entry: Entry, options?: NarrowOptions) => [
    ...index.narrow(query(entry) as never, options),
  ];

  test('knows the pictures that were added and not removed, and no others', () => {
    fc.assert(
      fc.property(changesWithBits, (changes) => {
        const index = create();
        const known = new Set<number>();
        for (const change of changes) {
          apply(change, index);
          if ('put' in change) known.add(change.put.id);
          else known.delete(change.remove);
        }
        expect(index.size).toBe(known.size);
        for (let id = 0; id <= 61; id++) expect(index.has(id)).toBe(known.has(id));
      }),
      { numRuns: 30 },
    );
  });

  test('candidates are living pictures that meet `where`, of owners enough, at most `limit` unless as published', () => {
    fc.assert(
      fc.property(changesWithBits, someOptions, (changes, options) => {
        const index = create();
        const living = new Map<number, Entry>();
        for (const change of changes) {
          apply(change, index);
          if ('put' in change) living.set(change.put.id, change.put);
          else living.delete(change.remove);
        }
        const asked = withBits({ id: 99, owner: 99, topFilters: [1, 4, 510] });
        const found = narrow(index, asked, options);
        const eligible = [...living.values()].filter((entry) => isEligible(entry, options));
        expect(new Set(found).size).toBe(found.length);
        expect(eligible.map(({ id }) => id)).toEqual(expect.arrayContaining(found));
        if (options.mode === 'published') return;
        expect(found.length).toBeLessThanOrEqual(options.limit!);
        const owners = new Set(found.map((id) => living.get(id)!.owner)).size;
        const reachable = new Set(eligible.map(({ owner }) => owner)).size;
        expect(owners).toBeGreaterThanOrEqual(Math.min(options.atLeast!, reachable));
      }),
      { numRuns: 100 },
    );
  });

  test('a search gives the most similar of the candidates, one per owner, for as many owners as asked for', () => {
    fc.assert(
      fc.property(changesWithBits, someOptions, fc.nat(10), (changes, options, k) => {
        const index = create();
        const living = new Map<number, Complete>();
        for (const change of changes) {
          apply(change, index);
          if ('put' in change) living.set(change.put.id, withBits(change.put));
          else living.delete(change.remove);
        }
        const asked = withBits({ id: 99, owner: 99, topFilters: [1, 4, 510] });
        const floor = Math.max(options.atLeast!, Math.min(k, options.limit!));
        const candidates = comparesAll
          ? [...living.values()].filter((entry) => isEligible(entry, options))
          : narrow(index, asked, { ...options, atLeast: floor }).map((id) => living.get(id)!);
        const fetch = (ids: Uint32Array) => Array.from(ids, (id) => living.get(id)!);
        expect(index.search(asked, k, options, fetch)).toEqual(mostSimilar(asked, candidates, k));
      }),
      { numRuns: 60 },
    );
  });

  test('a search finds the picture itself first, and nothing once it is removed', () => {
    const index = create();
    const catalogue = randomCatalogue(60, 3).map(withBits);
    const fetch = (ids: Uint32Array) => catalogue.filter(({ id }) => ids.includes(id));
    for (const entry of catalogue) index.add(entry);
    for (const entry of catalogue.slice(0, 10)) {
      expect(index.search(entry, 3, {}, fetch)[0]).toEqual({
        id: entry.id,
        owner: entry.owner,
        similarity: 1,
      });
    }
    for (const { id } of catalogue) index.remove(id);
    expect(index.search(catalogue[0]!, 3, {}, fetch)).toEqual([]);
  });

  test('a picture is a candidate for its own signature', () => {
    const index = create();
    const catalogue = randomCatalogue(400, 3).map(withBits);
    for (const entry of catalogue) index.add(entry);
    for (const entry of catalogue.slice(0, 40)) {
      expect(narrow(index, entry, { limit: 10, atLeast: 5 })).toContain(entry.id);
    }
  });

  test('a refused change leaves the index as it was', () => {
    const index = create();
    const entry = withBits({ id: 1, owner: 1, topFilters: [3, 4] });
    index.add(entry);
    const before = index.serialize('m');
    expect(() => index.add(entry)).toThrow(EngineInputError);
    expect(() => index.update({ ...entry, id: 2 })).toThrow(EngineInputError);
    expect(() => index.update({ ...entry, topFilters: [3, 3] })).toThrow(EngineInputError);
    expect(index.remove(2)).toBe(false);
    expect(sameBytes(index.serialize('m'), before)).toBe(true);
  });

  test('equal histories give equal bytes', () => {
    const [one, other] = [create(), create()];
    for (const entry of randomCatalogue(100, 9).map(withBits))
      for (const each of [one, other]) each.add(entry);
    for (const each of [one, other]) each.remove(7);
    expect(sameBytes(one.serialize('m'), other.serialize('m'))).toBe(true);
  });

  test('serialized and read back it is the same index, and goes on being the same', () => {
    fc.assert(
      fc.property(changesWithBits, changesWithBits, someOptions, (before, after, options) => {
        const index = create();
        for (const change of before) apply(change, index);
        const snapshot = index.serialize(model.modelId);
        const copy = restore(snapshot);
        expect(sameBytes(copy.serialize(model.modelId), snapshot)).toBe(true);
        for (const change of after) for (const each of [index, copy]) apply(change, each);
        const asked = withBits({ id: 99, owner: 99, topFilters: [1, 4, 510] });
        expect(narrow(copy, asked, options)).toEqual(narrow(index, asked, options));
        expect(copy.size).toBe(index.size);
      }),
      { numRuns: 25 },
    );
  });
});

/** Megabytes: too many for `toEqual`. */
function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function isEligible({ owner, tags = [] }: Entry, { where, excludeOwner }: NarrowOptions): boolean {
  return owner !== excludeOwner && meets(tags, where);
}

/** The definition of a ranking, over sets of bit positions. */
function mostSimilar(query: Complete, candidates: readonly Complete[], k: number): Match[] {
  const asked = bitsOf(query);
  const owners = new Set<number>();
  return candidates
    .map((entry) => {
      const own = bitsOf(entry);
      const common = [...own].filter((bit) => asked.has(bit)).length;
      return { id: entry.id, owner: entry.owner, similarity: common / (own.size + asked.size - common) };
    })
    .sort((a, b) => b.similarity - a.similarity || a.owner - b.owner || a.id - b.id)
    .filter(({ owner }) => !owners.has(owner) && owners.add(owner))
    .slice(0, k);
}

function bitsOf({ featureBits }: Complete): Set<number> {
  const bits = new Set<number>();
  featureBits.forEach((byte, i) => {
    for (let bit = 0; bit < 8; bit++) if ((byte >> bit) & 1) bits.add(i * 8 + bit);
  });
  return bits;
}

function meets(tags: readonly string[], { every = [], none = [] }: Where = {}): boolean {
  const has = (group: string | readonly string[]) => [group].flat().some((tag) => tags.includes(tag));
  return every.every(has) && !none.some((tag) => tags.includes(tag));
}
