import { expect, it } from 'vitest';
import { FIELDS, type ProductFields } from '@/lib/merchant/register/types';
import {
  formAfter,
  freshForm,
  sameFields,
  shownProblems,
  untouchedFields,
  type FormEvent,
} from './form-state';

const EMPTY = Object.fromEntries(FIELDS.map((name) => [name, ''])) as ProductFields;

const shownAfter = (...events: readonly FormEvent[]) =>
  shownProblems(events.reduce(formAfter, freshForm(EMPTY)));

const typed = (field: 'priceKrw' | 'sku', text: string): FormEvent => ({ type: 'typed', field, text });
const left = (field: 'priceKrw' | 'sku'): FormEvent => ({ type: 'left', field });

it('says nothing while somebody is typing', () => {
  expect(shownAfter(typed('priceKrw', 'x'))).toEqual({});
});

it('tells a mistake when its field is left, and takes it back as it is mended', () => {
  const mistaken = [typed('priceKrw', '12.5'), left('priceKrw')];
  expect(shownAfter(...mistaken)).toEqual({ priceKrw: 'not-whole' });
  expect(shownAfter(...mistaken, typed('priceKrw', '125'))).toEqual({});
});

it('holds an empty field that was passed over for no mistake until saving is tried', () => {
  expect(shownAfter(left('sku'))).toEqual({});
  expect(Object.keys(shownAfter(left('sku'), { type: 'tried' }))).toEqual([
    ...['titleKo', 'titleEn', 'category', 'priceKrw', 'stock', 'sku'],
  ]);
});

it('shows what the server refused until that field is changed, and keeps everything typed', () => {
  const events = [typed('sku', 'A-1'), { type: 'refused', problems: { sku: 'taken' } }] as const;
  expect(shownAfter(...events)).toEqual({ sku: 'taken' });
  expect(events.reduce(formAfter, freshForm(EMPTY)).fields.sku).toBe('A-1');
  expect(shownAfter(...events, typed('priceKrw', '1'))).toEqual({ sku: 'taken' });
  expect(shownAfter(...events, typed('sku', 'A-2'))).toEqual({});
});

it('knows whether anything was changed', () => {
  expect(sameFields(EMPTY, { ...EMPTY })).toBe(true);
  expect(sameFields(EMPTY, { ...EMPTY, family: 'milk' })).toBe(false);
});

it('knows which fields nobody touched', () => {
  const now = { ...EMPTY, stock: '3' };
  expect(untouchedFields(now, EMPTY)).toEqual(FIELDS.filter((name) => name !== 'stock'));
});
