import { expect, it } from 'vitest';
import { mean, precisionAt, recallOf } from './precision';

const yes = true;
const no = false;

it.each([
  { k: 1, relevant: [yes, no, no], inGallery: 3, expected: 1 },
  { k: 1, relevant: [no, yes, yes], inGallery: 3, expected: 0 },
  { k: 5, relevant: [yes, yes, no, no, yes], inGallery: 20, expected: 3 / 5 },
  { k: 10, relevant: [yes, no, yes, no, yes, no, no, no, no, no], inGallery: 10, expected: 3 / 10 },
])(
  'precision is the share of the first $k results that are relevant',
  ({ k, relevant, inGallery, expected }) => {
    expect(precisionAt(k, relevant, inGallery)).toBe(expected);
  },
);

it('counts precision out of what the gallery has, where that is less', () => {
  expect(precisionAt(10, [yes, no, yes, no, no, no, no, no, no, no], 2)).toBe(1);
  expect(precisionAt(10, [no, no, yes, no, no, no, no, no, no, no], 2)).toBe(1 / 2);
  expect(precisionAt(5, [yes, no, no, no, no], 4)).toBe(1 / 4);
});

it('counts results that are missing as wrong', () => {
  expect(precisionAt(5, [yes, yes], 8)).toBe(2 / 5);
  expect(precisionAt(5, [], 8)).toBe(0);
});

it('does not let a relevant result beyond k count', () => {
  expect(precisionAt(1, [no, yes], 1)).toBe(0);
});

it('recall is the share of the true results that were found, in whatever order', () => {
  expect(recallOf([7, 3, 9, 1], [1, 2, 3, 4])).toBe(2 / 4);
  expect(recallOf([4, 3, 2, 1], [1, 2, 3, 4])).toBe(1);
  expect(recallOf([], [1, 2])).toBe(0);
});

it('has no precision or recall where nothing can be found', () => {
  expect(precisionAt(10, [no], 0)).toBeNaN();
  expect(recallOf([1], [])).toBeNaN();
});

it('takes the mean', () => {
  expect(mean([1, 0.5, 0])).toBe(0.5);
});
