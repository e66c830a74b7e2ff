import type { RowWriter } from './row-writer';

/** One table of the data set: any row can be made at any time, from its number alone. */
export interface BenchTable {
  readonly name: string;
  readonly rows: number;
  /** What is given; the rest is computed by the server. */
  readonly columns: readonly string[];
  /** The column that counts 1, 2, 3 … with the rows. */
  readonly key: string;
  /** Writes the fields of one row, 0 is the first. */
  write(row: RowWriter, i: number): void;
}
