import { expect, test } from 'vitest';
import { bytewiseJaccard } from './row-scan';
import { SyntheticCatalogue } from './synthetic-catalogue';
import { trueNeighbours } from './true-neighbours';

test('the true neighbours are those of the greatest similarity, itself first, over several blocks of products', () => {
  const catalogue = new SyntheticCatalogue(4200, 2);
  const queries = [3, 4199];
  const { nearest, run } = trueNeighbours(catalogue, queries, 10);
  queries.forEach((query, q) => {
    const own = catalogue.featuresOf(query);
    const all = Array.from({ length: catalogue.size }, (_, id) => ({
      id,
      similarity: bytewiseJaccard(own, catalogue.featuresOf(id)),
    }));
    const expected = all.sort((a, b) => b.similarity - a.similarity || a.id - b.id).slice(0, 10);
    expect(nearest[q]).toEqual(expected.map(({ id }) => id));
    expect(nearest[q]![0]).toBe(query);
  });
  expect(run.times).toHaveLength(2);
});
