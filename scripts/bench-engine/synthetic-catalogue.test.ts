import { describe, expect, test } from 'vitest';
import { TOP_FILTERS } from '@/lib/engine';
import { SyntheticCatalogue } from './synthetic-catalogue';

const catalogue = new SyntheticCatalogue(2000, 1);
const products = Array.from({ length: catalogue.size }, (_, product) => product);

describe('a made-up catalogue', () => {
  test('gives every product 50 distinct filters', () => {
    const counts = products.map((product) => new Set(catalogue.filtersOf(product)).size);
    expect(new Set(counts)).toEqual(new Set([50]));
  });

  test('has the same products for the same seed, and others for another', () => {
    const again = new SyntheticCatalogue(2000, 1);
    const other = new SyntheticCatalogue(2000, 2);
    for (const product of [0, 1234, 1999]) {
      expect(again.filtersOf(product)).toEqual(catalogue.filtersOf(product));
      expect(again.featuresOf(product)).toEqual(catalogue.featuresOf(product));
      expect(again.intensitiesOf(product)).toEqual(catalogue.intensitiesOf(product));
      expect(other.filtersOf(product)).not.toEqual(catalogue.filtersOf(product));
    }
  });

  test('gives intensities whose order is that of the filters, strongest first, the greatest 255', () => {
    for (const product of products.slice(0, 200)) {
      const intensities = catalogue.intensitiesOf(product);
      const byIntensity = [...intensities.keys()].sort((a, b) => intensities[b]! - intensities[a]!);
      expect(byIntensity.slice(0, 50)).toEqual([...catalogue.filtersOf(product)]);
      expect(intensities[byIntensity[0]!]).toBe(255);
    }
  });

  test('has popular filters: the first is in the top 25 of a fifth of the products, the last of one in fifty at most', () => {
    const having = (filter: number) =>
      products.filter((product) => catalogue.filtersOf(product).subarray(0, TOP_FILTERS).includes(filter))
        .length;
    expect(having(0) / products.length).toBeGreaterThan(0.15);
    expect(having(511) / products.length).toBeLessThan(0.02);
  });

  test('has look-alikes: a product shares most filters with some twenty others and few with the rest', () => {
    const own = new Set(catalogue.filtersOf(7));
    const shared = products.map((product) => catalogue.filtersOf(product).filter((f) => own.has(f)).length);
    const alike = shared.filter((count) => count > 25).length;
    expect(alike).toBeGreaterThan(5);
    expect(alike).toBeLessThan(60);
  });
});
