/** A made-up catalogue to measure on. Products are numbered 0 … size − 1, one picture each; equal seeds give equal catalogues. */
export interface BenchCatalogue {
  readonly size: number;
  /** The 50 strongest filters, strongest first; the first 25 are the published ones. Do not change it. */
  filtersOf(product: number): Uint16Array;
  /** Feature bits, 3,136 bytes. Written to `out` where it is given, so that a million of them need no memory. */
  featuresOf(product: number, out?: Uint8Array): Uint8Array;
  /** Intensities, 512 bytes, the greatest 255. Written to `out` where it is given. */
  intensitiesOf(product: number, out?: Uint8Array): Uint8Array;
}

/** Top filters a catalogue gives of a product. */
export const CATALOGUE_FILTERS = 50;
