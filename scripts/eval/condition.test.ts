import { expect, it } from 'vitest';
import { meetsAll, parseCondition } from './condition';

it('reads a column and the values that meet it', () => {
  expect(parseCondition('split=train,val', 'gallery')).toEqual({ column: 'split', values: ['train', 'val'] });
});

it('takes everything after the first equals sign as values', () => {
  expect(parseCondition('path=a=b', 'where')).toEqual({ column: 'path', values: ['a=b'] });
});

it.each(['split', '=train', 'split='])('refuses %s and says what it expected', (text) => {
  expect(() => parseCondition(text, 'query')).toThrow(/--query .*expected COLUMN=VALUE/);
});

it('is met by pictures that have one of the values in each of the columns', () => {
  const conditions = [parseCondition('split=train,val', 'where'), parseCondition('group=Fruit', 'where')];
  expect(meetsAll({ labels: { split: 'val', group: 'Fruit' } }, conditions)).toBe(true);
  expect(meetsAll({ labels: { split: 'test', group: 'Fruit' } }, conditions)).toBe(false);
  expect(meetsAll({ labels: { split: 'val', group: 'Packages' } }, conditions)).toBe(false);
  expect(meetsAll({ labels: { split: 'val' } }, conditions)).toBe(false);
});
