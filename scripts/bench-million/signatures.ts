import { FILTERS } from '@/lib/engine';
import { SyntheticCatalogue } from '@/scripts/bench-engine/synthetic-catalogue';
import { CATALOGUE_FILTERS, type BenchCatalogue } from '@/scripts/bench/catalogue';

/** The made-up catalogue that the data set is filled from. */
export function signaturesOf(size: number, seed: number): BenchCatalogue {
  const catalogue = new SyntheticCatalogue(size, seed);
  const filtersOf = (i: number) => padded(catalogue.filtersOf(i), i);
  return {
    size,
    filtersOf,
    featuresOf: (i, out) => catalogue.featuresOf(i, out),
    intensitiesOf(i, out = new Uint8Array(FILTERS)) {
      out.fill(0);
      filtersOf(i).forEach((filter, rank) => (out[filter] = 255 - rank * 4));
      return out;
    },
  };
}

function padded(top: Uint16Array, i: number): Uint16Array {
  const filters = new Set(top);
  for (let filter = i % FILTERS; filters.size < CATALOGUE_FILTERS; filter = (filter + 7) % FILTERS)
    filters.add(filter);
  return Uint16Array.from(filters);
}
