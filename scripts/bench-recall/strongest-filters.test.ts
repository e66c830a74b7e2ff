import fc from 'fast-check';
import { expect, it } from 'vitest';
import { strongestFilters } from './strongest-filters';

it('is the beginning of all filters sorted by intensity, ties to the lower number', () => {
  const few = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 20, maxLength: 60 });
  fc.assert(
    fc.property(few, fc.integer({ min: 1, max: 20 }), (values, count) => {
      const sorted = values.map((_, filter) => filter).sort((a, b) => values[b]! - values[a]! || a - b);
      expect([...strongestFilters(Float32Array.from(values), count)]).toEqual(sorted.slice(0, count));
    }),
  );
});
