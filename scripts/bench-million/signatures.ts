import type { BenchCatalogue } from '@/scripts/bench/catalogue';
import { SyntheticCatalogue } from '@/scripts/bench-engine/synthetic-catalogue';

/** The made-up catalogue that the data set is filled from: the one of the engine's benchmark. */
export function signaturesOf(size: number, seed: number): BenchCatalogue {
  return new SyntheticCatalogue(size, seed);
}
