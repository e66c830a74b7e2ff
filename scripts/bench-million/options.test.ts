import { expect, it } from 'vitest';
import { readOptions } from './options';

const MORE = { queries: { least: 1, default: 200 } };

it('has a default for everything but the file of figures', () => {
  expect(readOptions([], MORE)).toEqual({
    folder: '.data/bench/million',
    out: 'docs/benchmarks',
    json: undefined,
    numbers: { products: 1_000_000, seed: 1, queries: 200 },
  });
});

it('takes what is given', () => {
  const args = ['--products', '2000', '--queries=5', '--folder', '/data', '--json', 'figures.json'];
  expect(readOptions(args, MORE)).toMatchObject({
    folder: '/data',
    json: 'figures.json',
    numbers: { products: 2_000, queries: 5 },
  });
});

it.each([
  [['--queries', '0'], 'queries: expected a whole number from 1 on'],
  [['--products', 'many'], 'products: expected a whole number from 1000 on'],
  [['--speed', '3'], '--folder, --out, --json, --products, --seed, --queries'],
])('refuses %j with a sentence that says what was expected', (args, sentence) => {
  expect(() => readOptions(args, MORE)).toThrow(sentence);
});
