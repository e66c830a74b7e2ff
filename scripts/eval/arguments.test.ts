import { expect, it } from 'vitest';
import { DEFAULT_MODEL_ID } from '@/lib/vision';
import { readArguments } from './arguments';

it('asks with all pictures of a folder when nothing else is said', () => {
  expect(readArguments(['--data', 'photos'])).toEqual({
    data: 'photos',
    query: [],
    gallery: [],
    where: [],
    mostQueries: 3000,
    seed: 1,
    modelId: process.env.MODEL_ID || DEFAULT_MODEL_ID,
  });
});

it('takes conditions, repeated ones together', () => {
  const given = [
    '--data',
    'photos',
    '--query=split=test',
    '--gallery=split=train,val',
    '--where=a=1',
    '--where=b=2',
  ];
  expect(readArguments(given)).toMatchObject({
    query: [{ column: 'split', values: ['test'] }],
    gallery: [{ column: 'split', values: ['train', 'val'] }],
    where: [
      { column: 'a', values: ['1'] },
      { column: 'b', values: ['2'] },
    ],
  });
});

it.each([
  [[], /npm run eval -- --data/],
  [['--label', 'fine'], /data: is missing: give a folder/],
  [['--data', 'photos', '--queries', 'many'], /queries: .*expected number/],
  [['--data', 'photos', '--name', '../elsewhere'], /name: may have letters/],
  [['--data', 'photos', '--labels', 'fine'], /Unknown option '--labels'[^]*--label COLUMN/],
  [['--data', 'photos', '--where', 'group'], /--where group is not understood/],
])('refuses %j and says why', (args, message) => {
  expect(() => readArguments(args)).toThrow(message);
});
