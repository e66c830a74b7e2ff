import { expect, it } from 'vitest';
import type { DescribedPicture } from './describe';
import { Gallery } from './gallery';

const query = described('q', { product: '1' });
const PICTURES = [
  query,
  described('same product', { product: '1' }),
  described('other product', { product: '2' }),
  described('no product', { product: '' }),
];

it('does not let a picture find itself', () => {
  expect(foundBy(new Gallery([query], PICTURES, undefined))).toEqual([
    'same product',
    'other product',
    'no product',
  ]);
});

it('leaves out what shares the excluded value with the query', () => {
  expect(foundBy(new Gallery([query], PICTURES, 'product'))).toEqual(['other product', 'no product']);
});

it('excludes nothing for a query without a value, since no value is nothing in common', () => {
  const unknown = PICTURES[3]!;
  expect(
    foundBy(new Gallery([unknown], [...PICTURES, described('neither', { product: '' })], 'product')),
  ).toEqual(['q', 'same product', 'other product', 'neither']);
});

it('leaves out all pictures of the query’s owner', () => {
  const owned = PICTURES.map((picture) => ({ ...picture, owner: picture.labels.product! }));
  expect(foundBy(new Gallery([owned[0]!], owned, undefined))).toEqual(['other product', 'no product']);
});

it('asks an index for the very pictures that comparing all of them may find', () => {
  const gallery = new Gallery([query], PICTURES, 'product');
  const [asked] = gallery.queries;
  const { where, excludeOwner } = gallery.narrowing(asked!);
  const left = gallery.entries.filter(
    (entry) =>
      entry.owner !== excludeOwner && !gallery.tagsOf(entry).some((tag) => where!.none!.includes(tag)),
  );
  expect(left).toEqual([...gallery.allowed(asked!)]);
});

function foundBy(gallery: Gallery): string[] {
  return [...gallery.allowed(gallery.queries[0]!)].map(({ picture }) => picture.name);
}

function described(name: string, labels: Record<string, string>): DescribedPicture {
  return {
    name,
    labels,
    stamp: '',
    read: () => Promise.reject(new Error('not to be read')),
    intensities: new Float32Array(512).fill(1),
    featureBits: new Uint8Array(3136),
    colours: new Float32Array(128),
  };
}
