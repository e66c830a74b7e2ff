import { expect, it } from 'vitest';
import { checkFields, GREATEST_NUMBER, plainDigits, refusedFields, type ProductFields } from './types';

const WHOLE: ProductFields = {
  titleKo: ' 딸기 우유 ',
  titleEn: 'Strawberry milk',
  descriptionKo: '',
  descriptionEn: 'Pink.',
  category: 'drinks',
  priceKrw: '12,900원',
  stock: '0',
  sku: 'MILK-01',
  family: '',
};

it('reads a whole form: trimmed words, a price without its commas, no family for an empty one', () => {
  expect(checkFields(WHOLE)).toEqual({
    ok: true,
    words: {
      title: { ko: '딸기 우유', en: 'Strawberry milk' },
      description: { ko: '', en: 'Pink.' },
      categorySlug: 'drinks',
      priceKrw: 12_900,
      stock: 0,
      sku: 'MILK-01',
      family: null,
    },
  });
});

it('names the problem of every field at once', () => {
  const empty = Object.fromEntries(Object.keys(WHOLE).map((name) => [name, ''])) as ProductFields;
  expect(checkFields(empty)).toEqual({
    ok: false,
    problems: {
      ...{ titleKo: 'missing', titleEn: 'missing', category: 'missing', sku: 'missing' },
      ...{ priceKrw: 'missing', stock: 'missing' },
    },
  });
});

it.each([
  ['titleKo', 'a'.repeat(201), 'too-long'],
  ['titleEn', '   ', 'missing'],
  ['descriptionEn', 'a'.repeat(10_001), 'too-long'],
  ['priceKrw', '12.5', 'not-whole'],
  ['priceKrw', '-1', 'not-whole'],
  ['priceKrw', 'ten', 'not-whole'],
  ['priceKrw', '₩', 'missing'],
  ['priceKrw', String(GREATEST_NUMBER + 1), 'too-much'],
  ['stock', '1e9', 'not-whole'],
  ['stock', '99999999999', 'too-much'],
  ['stock', '9'.repeat(400), 'too-much'],
  ['sku', 'has space', 'name-characters'],
  ['sku', '한글', 'name-characters'],
  ['sku', 'a'.repeat(65), 'too-long'],
  ['family', 'a/b', 'name-characters'],
] as const)('tells what is wrong with %s, case %#', (field, typed, problem) => {
  expect(checkFields({ ...WHOLE, [field]: typed })).toEqual({ ok: false, problems: { [field]: problem } });
});

it.each([
  ['12,900원', '12900'],
  ['₩ 12,900', '12900'],
  ['１２９００', '12900'],
  ['12.5', '12.5'],
])('takes %s for the digits %s', (typed, digits) => {
  expect(plainDigits(typed)).toBe(digits);
});

it('finds the fields of a refusal by the form’s names and by the catalogue’s, and knows no others', () => {
  const said = { sku: 'taken', 'title.ko': 'expected at least 1 character', pictures: 'expected one' };
  expect(refusedFields(said)).toEqual({ sku: 'taken', titleKo: 'not-accepted' });
  expect(refusedFields()).toEqual({});
});
