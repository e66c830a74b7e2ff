import { expect, it } from 'vitest';
import { moveChoice } from './move-choice';

it.each([
  ['ArrowRight', 3, 4],
  ['ArrowLeft', 3, 2],
  ['ArrowDown', 3, 4],
  ['ArrowUp', 3, 2],
  ['PageDown', 3, 8],
  ['PageUp', 3, 0],
  ['Home', 3, 0],
  ['End', 3, 9],
  ['ArrowRight', 9, 9],
  ['ArrowLeft', 0, 0],
  ['ArrowRight', -1, 0],
])('%s from %i of ten leads to %i', (key, from, to) => {
  expect(moveChoice(key, from, 10, 5)).toBe(to);
});

it('other keys lead nowhere, so that the page keeps them', () => {
  expect(moveChoice('Tab', 3, 10, 5)).toBeNull();
});
