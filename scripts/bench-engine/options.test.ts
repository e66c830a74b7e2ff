import { expect, test } from 'vitest';
import { readOptions } from './options';

test('without options the bench measures 10,000, 100,000 and a million products, for docs/benchmarks', () => {
  expect(readOptions([])).toEqual({
    sizes: [10_000, 100_000, 1_000_000],
    queries: 100,
    seed: 1,
    out: 'docs/benchmarks',
  });
});

test('sizes are measured from the smallest to the largest, each once', () => {
  const args = ['--sizes', '2000,1000,2000', '--queries=5', '--seed=0', '--out=x', '--json=y/z.json'];
  expect(readOptions(args)).toEqual({ sizes: [1000, 2000], queries: 5, seed: 0, out: 'x', json: 'y/z.json' });
});

test.each([
  [['--sizes', '10000,many'], 'sizes.1: expected a whole number from 1000 to 10000000'],
  [['--sizes', ''], 'sizes.0: expected a whole number from 1000'],
  [['--sizes', '500'], 'sizes.0: expected a whole number from 1000'],
  [['--queries', '0'], 'queries: expected a whole number from 1 to 1000'],
  [['--queries', '2.5'], 'queries: expected a whole number from 1 to 1000'],
  [['--seed', '-1'], "Option '--seed' argument is ambiguous"],
  [['--seed=-1'], 'seed: expected a whole number from 0 to 4294967295'],
  [['--out', ''], 'out: expected a folder'],
  [['--size', '5'], "Unknown option '--size'"],
])('%j is refused: %s', (args, message) => {
  expect(() => readOptions(args)).toThrow(message);
});
