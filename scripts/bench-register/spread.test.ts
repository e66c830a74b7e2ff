import { expect, it } from 'vitest';
import { spreadOf } from './spread';

it('half of the times are at most the median, nineteen in twenty at most the other', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(spreadOf(hundred)).toEqual({ p50Ms: 50, p95Ms: 95 });
  expect(spreadOf([7])).toEqual({ p50Ms: 7, p95Ms: 7 });
});
