import { expect, it } from 'vitest';
import { answering, FILTERS, mapOf, MAP_SIDE, percents, strongestPlace, type Place } from './filter-map';

const LENGTH = MAP_SIDE * MAP_SIDE;

it("a filter's map is its 49 values of the activation, in proportion to the strongest", () => {
  const activation = new Float32Array(FILTERS * LENGTH);
  activation.set([2, 8, 4], 17 * LENGTH);
  const map = mapOf(activation, 17);
  expect([...map.slice(0, 4)]).toEqual([0.25, 1, 0.5, 0]);
  expect(answering(map)).toBe(3);
  expect(answering(mapOf(activation, 16))).toBe(0);
});

it.each<[number, number, Place]>([
  [0, 0, 'top-left'],
  [3, 1, 'top'],
  [6, 0, 'top-right'],
  [1, 4, 'left'],
  [3, 3, 'centre'],
  [5, 2, 'right'],
  [0, 6, 'bottom-left'],
  [4, 5, 'bottom'],
  [6, 6, 'bottom-right'],
])('strongest at column %i, row %i is said to be at the %s', (x, y, place) => {
  const map = new Float32Array(LENGTH);
  map[y * MAP_SIDE + x] = 1;
  expect(strongestPlace(map)).toBe(place);
});

it('a filter that does not answer is strongest nowhere', () => {
  expect(strongestPlace(new Float32Array(LENGTH))).toBeNull();
});

it('intensities are whole percent of the greatest', () => {
  expect(percents(Float32Array.of(1, 4, 0, 0.5))).toEqual([25, 100, 0, 13]);
});
