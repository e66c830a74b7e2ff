import { expect, it } from 'vitest';
import { seededRandom } from '@/lib/engine/seeded-random';
import { byBoth, byFeatures, byIntensities, nearest } from './nearest';
import { neighbourTable } from './neighbour-table';
import { PhotoCatalogue } from './photos';

const random = seededRandom(4);
const CATALOGUE = new PhotoCatalogue(
  Array.from({ length: 300 }, () => ({
    intensities: Float32Array.from({ length: 512 }, () => random() ** 4),
    featureBits: Uint8Array.from({ length: 3136 }, () => random() * 256),
  })),
);
const QUERIES = [0, 17, 299];

it('finds the nearest by cosine of the intensities, and not the query itself', () => {
  const found = nearest(CATALOGUE, QUERIES, 5, byIntensities);
  expect(found.map((matches) => matches.map(({ id }) => id))).toEqual(
    QUERIES.map((query) => byPlainLoops(query, cosine)),
  );
  expect(found[1]![0]!.similarity).toBeCloseTo(cosine(17, found[1]![0]!.id), 12);
});

it('finds the nearest by Jaccard similarity of the feature bits', () => {
  const found = nearest(CATALOGUE, QUERIES, 5, byFeatures);
  expect(found.map((matches) => matches.map(({ id }) => id))).toEqual(
    QUERIES.map((query) => byPlainLoops(query, jaccard)),
  );
});

it('finds the nearest by the mean of both', () => {
  const found = nearest(CATALOGUE, QUERIES, 5, byBoth);
  expect(found.map((matches) => matches.map(({ id }) => id))).toEqual(
    QUERIES.map((query) => byPlainLoops(query, (a, b) => (cosine(a, b) + jaccard(a, b)) / 2)),
  );
});

it('makes the same table of neighbours part by part', () => {
  const table = neighbourTable(CATALOGUE, 5, () => {});
  expect(table).toHaveLength(300);
  for (const query of [0, 255, 256, 299]) expect([...table[query]!]).toEqual(byPlainLoops(query, cosine));
});

function byPlainLoops(query: number, similarity: (a: number, b: number) => number): number[] {
  return Array.from({ length: CATALOGUE.size }, (_, id) => ({ id, value: similarity(query, id) }))
    .filter(({ id }) => id !== query)
    .sort((a, b) => b.value - a.value || a.id - b.id)
    .slice(0, 5)
    .map(({ id }) => id);
}

function cosine(a: number, b: number): number {
  const [left, right] = [CATALOGUE.intensitiesOf(a), CATALOGUE.intensitiesOf(b)];
  const dot = (x: Uint8Array, y: Uint8Array) => x.reduce((sum, value, i) => sum + value * y[i]!, 0);
  return dot(left, right) / Math.sqrt(dot(left, left) * dot(right, right));
}

function jaccard(a: number, b: number): number {
  const [left, right] = [CATALOGUE.featuresOf(a), CATALOGUE.featuresOf(b)];
  let [common, union] = [0, 0];
  for (let bit = 0; bit < left.length * 8; bit++) {
    const [one, other] = [(left[bit >> 3]! >> (bit & 7)) & 1, (right[bit >> 3]! >> (bit & 7)) & 1];
    common += one & other;
    union += one | other;
  }
  return common / union;
}
