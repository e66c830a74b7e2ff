import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Written {
  /** Of the page and its chart, without an ending. */
  readonly name: string;
  readonly page: string;
  readonly chart: string;
  /** What a program may read. */
  readonly data: object;
}

/** Prints the page; besides, writes the data to `json` and page and chart into the folder `out`, where they are given. */
export function writeReport(
  { name, page, chart, data }: Written,
  { json, out }: { readonly json?: string; readonly out?: string },
): void {
  console.log(`\n${page}`);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(data, null, 2)}\n`);
  if (out === undefined) return;
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, `${name}.md`), page);
  writeFileSync(join(out, `${name}.svg`), chart);
}
