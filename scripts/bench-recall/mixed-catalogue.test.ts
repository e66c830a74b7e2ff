import { expect, it } from 'vitest';
import { seededRandom } from '@/lib/engine/seeded-random';
import { MixedCatalogue } from './mixed-catalogue';
import { neighbourTable } from './neighbour-table';
import { type Photo, PhotoCatalogue } from './photos';

const MAP_BITS = 49;
const MIXTURE = { partners: 2, among: 4, noise: 0.05 };
const PHOTOS = photosByChance(12);
const NEAREST = neighbourTable(new PhotoCatalogue(PHOTOS), MIXTURE.among, () => {});

it('gives equal catalogues for equal seeds, whatever is asked for first, and others for other seeds', () => {
  const [one, other] = [mixed(30, 5), mixed(30, 5)];
  const backwards = Array.from({ length: 30 }, (_, i) => 29 - i);
  const features = backwards.map((product) => other.featuresOf(product)).reverse();
  expect(features).toEqual(backwards.toReversed().map((product) => one.featuresOf(product)));
  expect(one.intensitiesOf(7)).toEqual(other.intensitiesOf(7));
  expect(one.filtersOf(7)).toEqual(other.filtersOf(7));
  expect(mixed(30, 6).featuresOf(7)).not.toEqual(one.featuresOf(7));
});

it('does not change its first products when it is larger', () => {
  expect(mixed(40, 5).featuresOf(11)).toEqual(mixed(30, 5).featuresOf(11));
});

it('takes every filter, map and intensity together, from a photo of one small family', () => {
  const catalogue = mixed(30, 5);
  for (let product = 0; product < catalogue.size; product++) {
    const bits = catalogue.featuresOf(product);
    const bytes = catalogue.intensitiesOf(product);
    const from = Array.from({ length: 512 }, (_, filter) => photosWithMap(bits, filter));
    expect(from.every((photos) => photos.length === 1)).toBe(true);
    expect(new Set(from.flat()).size).toBeLessThanOrEqual(1 + MIXTURE.partners);
    const scales = from.map(([photo], filter) => bytes[filter]! / PHOTOS[photo!]!.intensities[filter]!);
    expect(Math.max(...scales) / Math.min(...scales)).toBeLessThan(1.6);
  }
});

it('has the top filters of its intensities', () => {
  const catalogue = mixed(30, 5);
  const bytes = catalogue.intensitiesOf(3);
  const filters = [...catalogue.filtersOf(3)];
  expect(new Set(filters).size).toBe(50);
  const strengths = filters.map((filter) => bytes[filter]!);
  expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
  const others = bytes.filter((_, filter) => !filters.includes(filter));
  expect(Math.max(...others)).toBeLessThanOrEqual(strengths.at(-1)!);
});

function mixed(size: number, seed: number): MixedCatalogue {
  return new MixedCatalogue(PHOTOS, NEAREST, MIXTURE, size, seed);
}

function photosWithMap(bits: Uint8Array, filter: number): number[] {
  const wanted = mapOf(bits, filter);
  return PHOTOS.flatMap(({ featureBits }, photo) => (mapOf(featureBits, filter) === wanted ? [photo] : []));
}

function mapOf(bits: Uint8Array, filter: number): string {
  const positions = Array.from({ length: MAP_BITS }, (_, i) => filter * MAP_BITS + i);
  return positions.map((i) => (bits[i >> 3]! >> (i & 7)) & 1).join('');
}

function photosByChance(count: number): Photo[] {
  const random = seededRandom(9);
  return Array.from({ length: count }, () => ({
    intensities: Float32Array.from({ length: 512 }, () => 0.5 + random()),
    featureBits: Uint8Array.from({ length: 3136 }, () => random() * 256),
  }));
}
