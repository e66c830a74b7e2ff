import { expect, it } from 'vitest';
import { decodeTopFilters, encodeTopFilters } from '@/lib/catalogue/top-filters';
import { EngineInputError } from '@/lib/engine';

it('filter numbers are stored as two bytes each, the lower one first, in their order', () => {
  expect([...encodeTopFilters(Uint16Array.of(511, 0, 256, 7))]).toEqual([255, 1, 0, 0, 0, 1, 7, 0]);
});

it('what was stored is read back, also from the middle of a larger buffer at an odd place', () => {
  const filters = Uint16Array.from({ length: 25 }, (_, i) => (i * 37) % 512);
  const larger = new Uint8Array(60);
  larger.set(encodeTopFilters(filters), 3);
  expect(decodeTopFilters(larger.subarray(3, 53))).toEqual(filters);
});

it('half a filter number is refused: the others would be read from the wrong bytes', () => {
  expect(() => decodeTopFilters(new Uint8Array(99))).toThrow(EngineInputError);
  expect(() => decodeTopFilters(new Uint8Array(99))).toThrow('99 bytes: expected two per filter');
});
