import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where a report goes. */
export interface Destination {
  readonly out: string;
  readonly json?: string;
}

/** Before the work, not after it: a folder that cannot be written to. */
export function makeFolders({ out, json }: Destination): void {
  mkdirSync(out, { recursive: true });
  if (json !== undefined) mkdirSync(dirname(json), { recursive: true });
}

export interface Report {
  /** Of the page and its chart, without an ending. */
  readonly name: string;
  readonly page: string;
  readonly chart: string;
  /** What a program may read. */
  readonly data: object;
}

/** Prints the page, and writes all of it. */
export function writeReport({ name, page, chart, data }: Report, { out, json }: Destination): void {
  console.log(`\n${page}`);
  writeFileSync(join(out, `${name}.md`), page);
  writeFileSync(join(out, `${name}.svg`), chart);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(data, null, 2)}\n`);
  console.log(`written to ${out}`);
}
