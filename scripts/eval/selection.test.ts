import { expect, it } from 'vitest';
import { parseCondition } from './condition';
import { checkColumns, select, type Selection } from './selection';

const EVERYTHING: Selection = {
  label: 'fine',
  where: [],
  query: [],
  gallery: [],
  mostQueries: 100,
  seed: 1,
};

const PICTURES = [
  picture('a', { split: 'test', group: 'Packages', fine: 'milk' }),
  picture('b', { split: 'train', group: 'Packages', fine: 'milk' }),
  picture('c', { split: 'val', group: 'Packages', fine: '' }),
  picture('d', { split: 'train', group: 'Fruit', fine: 'apple' }),
];

it('asks with every labelled picture and searches all of them when nothing else is said', () => {
  const { queries, gallery } = select(PICTURES, EVERYTHING);
  expect(namesOf(queries)).toEqual('abd');
  expect(namesOf(gallery)).toEqual('abcd');
});

it('splits by the conditions of queries and gallery', () => {
  const { queries, gallery } = select(PICTURES, {
    ...EVERYTHING,
    query: [parseCondition('split=test', 'query')],
    gallery: [parseCondition('split=train,val', 'gallery')],
  });
  expect(namesOf(queries)).toEqual('a');
  expect(namesOf(gallery)).toEqual('bcd');
});

it('leaves out of both what does not meet the condition for all', () => {
  const { queries, gallery } = select(PICTURES, {
    ...EVERYTHING,
    where: [parseCondition('group=Packages', 'where')],
    gallery: [parseCondition('split=train,val', 'gallery')],
  });
  expect(namesOf(queries)).toEqual('ab');
  expect(namesOf(gallery)).toEqual('bc');
});

it('draws the same queries for the same seed, and no more than asked for', () => {
  const many = Array.from({ length: 50 }, (_, i) => picture(`${i} `, { fine: 'x' }));
  const drawn = (seed: number) => namesOf(select(many, { ...EVERYTHING, mostQueries: 7, seed }).queries);
  expect(drawn(1).trim().split(' ')).toHaveLength(7);
  expect(drawn(1)).toBe(drawn(1));
  expect(drawn(1)).not.toBe(drawn(2));
});

it.each([
  [{ label: 'colour' }, /--label names the column "colour".*split, group, fine/],
  [{ where: [parseCondition('size=1', 'where')] }, /--where names the column "size"/],
  [{ exclude: 'product' }, /--exclude names the column "product"/],
])('says which column is missing and which ones there are', (change, message) => {
  expect(() => checkColumns({ ...EVERYTHING, ...change }, ['split', 'group', 'fine'])).toThrow(message);
});

it.each([
  [{ query: [parseCondition('split=dev', 'query')] }, /no queries: no picture meets split=dev/],
  [{ gallery: [parseCondition('split=dev', 'gallery')] }, /no pictures to search: .*split=dev/],
])('says so when nothing is left', (change, message) => {
  expect(() => select(PICTURES, { ...EVERYTHING, ...change })).toThrow(message);
});

function picture(name: string, labels: Record<string, string>) {
  return { name, labels };
}

function namesOf(pictures: readonly { name: string }[]): string {
  return pictures.map(({ name }) => name).join('');
}
