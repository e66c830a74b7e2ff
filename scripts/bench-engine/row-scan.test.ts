import { describe, expect, test } from 'vitest';
import { TOP_FILTERS } from '@/lib/engine';
import { bytewiseJaccard, RowScan } from './row-scan';
import { SyntheticCatalogue } from './synthetic-catalogue';

const catalogue = new SyntheticCatalogue(3000, 4);
const products = Array.from({ length: catalogue.size }, (_, product) => product);
const published = (product: number) => catalogue.filtersOf(product).subarray(0, TOP_FILTERS);

describe('the row scan', () => {
  test('leaves what the original algorithm leaves, in the order of the products', () => {
    const scan = new RowScan(catalogue);
    for (const query of [0, 17, 2999]) {
      for (const limit of [1, 30, 300, 3000]) {
        let left = products;
        for (const filter of published(query)) {
          if (left.length <= limit) break;
          left = left.filter((product) => published(product).includes(filter));
        }
        expect([...scan.narrow(published(query), limit)]).toEqual(left);
      }
    }
  });

  test('knows the 25 published filters of a product and not those after them', () => {
    const scan = new RowScan(catalogue);
    const [first, after] = [catalogue.filtersOf(5)[0]!, catalogue.filtersOf(5)[TOP_FILTERS]!];
    expect(scan.narrow(Uint16Array.of(first), 1)).toContain(5);
    expect(scan.narrow(Uint16Array.of(after), 1)).not.toContain(5);
  });
});

test('the byte-wise similarity is |A∧B| / |A∨B|, and 0 of two empty sets', () => {
  const [one, other] = [catalogue.featuresOf(1), catalogue.featuresOf(2)];
  one[0] = 0b1011;
  other[0] = 0b0110;
  const bits = (bytes: Uint8Array) =>
    new Set(
      [...bytes].flatMap((byte, i) =>
        [...Array(8).keys()].filter((bit) => (byte >> bit) & 1).map((bit) => i * 8 + bit),
      ),
    );
  const common = [...bits(one)].filter((bit) => bits(other).has(bit)).length;
  expect(bytewiseJaccard(one, other)).toBe(common / new Set([...bits(one), ...bits(other)]).size);
  expect(bytewiseJaccard(new Uint8Array(3136), new Uint8Array(3136))).toBe(0);
});
