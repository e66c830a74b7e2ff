import { describe, expect, test } from 'vitest';
import { BitwiseIndex } from './bitwise-index';
import { EngineInputError, type EngineInputCode } from './errors';
import { ExhaustiveIndex } from './exhaustive-index';
import { rankByIntensities, rankByJaccard } from './ranking';
import { FEATURE_BYTES, type Entry, INTENSITY_BYTES, type NarrowMode, type NarrowOptions } from './types';

const good: Entry = { id: 1, owner: 1, topFilters: [3, 4], tags: ['inStock'] };
const INDEXES = [BitwiseIndex, ExhaustiveIndex];

const badEntries: [string, Partial<Entry>, EngineInputCode, string][] = [
  ['an id below 0', { id: -1 }, 'bad-number', 'id is -1: expected a whole number from 0 to 4294967295'],
  ['an id above 2³²−1', { id: 2 ** 32 }, 'bad-number', 'id is 4294967296: expected'],
  ['a fractional id', { id: 1.5 }, 'bad-number', 'id is 1.5: expected'],
  ['an owner that is no number', { owner: NaN }, 'bad-number', 'owner is NaN: expected a whole number'],
  ['no filters', { topFilters: [] }, 'bad-filters', 'there are no top filters: a picture without activation'],
  [
    'a filter above 511',
    { topFilters: [3, 512] },
    'bad-filters',
    'top filter 1 is 512: expected a filter number',
  ],
  ['a filter below 0', { topFilters: [-1] }, 'bad-filters', 'top filter 0 is -1: expected a filter number'],
  [
    'a fractional filter',
    { topFilters: [0.5] },
    'bad-filters',
    'top filter 0 is 0.5: expected a filter number',
  ],
  [
    'a repeated filter',
    { topFilters: [7, 3, 7] },
    'bad-filters',
    'top filter 2 repeats filter 7: name each filter once',
  ],
  [
    'more than 64 filters',
    { topFilters: Array.from({ length: 65 }, (_, f) => f) },
    'bad-filters',
    'there are 65 top filters: give the strongest 64 or fewer',
  ],
  [
    'an empty tag',
    { tags: [''] },
    'bad-tags',
    'picture 1 has the tag "": expected text of one letter or more',
  ],
];

describe.each(INDEXES)('%o refuses', (Index) => {
  test.each(badEntries)('%s, and stays as it was', (_, wrong, code, message) => {
    const index = new Index();
    index.add({ ...good, id: 9 });
    expectRefusal(() => index.add({ ...good, ...wrong }), code, message);
    if (wrong.id === undefined)
      expectRefusal(
        () => index.update({ ...good, id: 9, ...wrong }),
        code,
        message.replace('picture 1', 'picture 9'),
      );
    expect([index.size, ...index.narrow([3], { where: { every: ['inStock'] } })]).toEqual([1, 9]);
  });

  test('an id that is there already', () => {
    const index = new Index();
    index.add(good);
    expectRefusal(
      () => index.add({ ...good, owner: 2 }),
      'duplicate-id',
      'picture 1 is in the index already: use update',
    );
    expect([...index.narrow([3], { excludeOwner: 2 })]).toEqual([1]);
  });

  test('to update an id that is not there', () => {
    expectRefusal(() => new Index().update(good), 'unknown-id', 'picture 1 is not in the index: use add');
  });

  const badOptions: [string, NarrowOptions, EngineInputCode, string][] = [
    ['a limit of 0', { limit: 0 }, 'bad-options', 'limit is 0: expected a whole number of 1 or more'],
    ['a fractional limit', { limit: 2.5 }, 'bad-options', 'limit is 2.5: expected a whole number'],
    [
      'a negative floor',
      { atLeast: -1 },
      'bad-options',
      'atLeast is -1: expected a whole number from 0 to the limit, 300',
    ],
    [
      'a floor above the limit',
      { atLeast: 9, limit: 8 },
      'bad-options',
      'atLeast is 9: expected a whole number from 0 to the limit, 8',
    ],
    [
      'an unknown mode',
      { mode: 'or' as NarrowMode },
      'bad-options',
      'mode is "or": expected one of published, and, overlap',
    ],
    [
      'unknown weights',
      { weights: 'x' as 'rank' },
      'bad-options',
      "weights is \"x\": expected 'equal' or 'rank'",
    ],
    [
      'an owner to exclude that is no number',
      { excludeOwner: -2 },
      'bad-number',
      'excludeOwner is -2: expected',
    ],
  ];

  test.each(badOptions)('%s in a query', (_, options, code, message) => {
    expectRefusal(() => new Index().narrow([1], options), code, message);
  });

  test('a query of bad filters', () => {
    expectRefusal(() => new Index().narrow([]), 'bad-filters', 'there are no top filters');
    expectRefusal(() => new Index().narrow([1, 1]), 'bad-filters', 'top filter 1 repeats filter 1');
  });
});

test('narrowInto refuses an array that cannot hold the limit', () => {
  const message = 'out holds 5 numbers: expected room for the limit, 6';
  expectRefusal(
    () => new BitwiseIndex().narrowInto([1], { limit: 6 }, new Uint32Array(5)),
    'bad-options',
    message,
  );
});

describe('re-ranking refuses', () => {
  const bits = new Uint8Array(FEATURE_BYTES);
  const short = new Uint8Array(64);

  test('feature bits of the wrong length, saying whose', () => {
    const expected = `64 bytes: expected a Uint8Array of ${FEATURE_BYTES} bytes`;
    expectRefusal(
      () => rankByJaccard(short, [], 1),
      'bad-feature-bits',
      `feature bits of the query are ${expected}`,
    );
    const candidates = [{ id: 4, owner: 1, featureBits: short }];
    expectRefusal(
      () => rankByJaccard(bits, candidates, 1),
      'bad-feature-bits',
      `feature bits of picture 4 are ${expected}`,
    );
  });

  test('intensities of the wrong length, saying whose', () => {
    const expected = `64 bytes: expected a Uint8Array of ${INTENSITY_BYTES} bytes`;
    expectRefusal(
      () => rankByIntensities(short, [], 1),
      'bad-intensities',
      `intensities of the query are ${expected}`,
    );
    const candidates = [{ id: 4, owner: 1, intensityBytes: short }];
    expectRefusal(
      () => rankByIntensities(new Uint8Array(INTENSITY_BYTES), candidates, 1),
      'bad-intensities',
      `intensities of picture 4 are ${expected}`,
    );
  });

  test('a k that is no count', () => {
    expectRefusal(
      () => rankByIntensities(new Uint8Array(INTENSITY_BYTES), [], 1.5),
      'bad-options',
      'k is 1.5',
    );
    expectRefusal(
      () => rankByJaccard(bits, [], -1),
      'bad-options',
      'k is -1: expected how many results you want',
    );
  });

  test('pictures that the exhaustive index was not given feature bits of', () => {
    const index = new ExhaustiveIndex();
    index.add(good);
    expectRefusal(
      () => index.search({ featureBits: bits }, 1),
      'bad-feature-bits',
      'picture 1 was added without feature bits',
    );
    expectRefusal(
      () => index.update({ ...good, featureBits: short }),
      'bad-feature-bits',
      'picture 1 are 64 bytes',
    );
  });
});

function expectRefusal(call: () => unknown, code: EngineInputCode, message: string): void {
  let thrown: unknown;
  try {
    call();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(EngineInputError);
  expect(thrown).toMatchObject({ code, message: expect.stringContaining(message) });
}
