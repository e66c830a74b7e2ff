/**
 * npm run bench:engine: narrowing and re-ranking against the original algorithm, one process per size. Prints the
 * results, and writes them with charts into a folder. Options: see `USAGE` in bench-engine/options.ts.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CallerError } from '@/lib/errors';
import type { Result } from '@/scripts/bench-engine/measure';
import { measureApart } from '@/scripts/bench-engine/measure-apart';
import { type BenchOptions, readOptions } from '@/scripts/bench-engine/options';
import { reportFiles } from '@/scripts/bench-engine/page';
import { commit, growthTable, machineLine, type Report, resultTable } from '@/scripts/bench-engine/report';

try {
  await run(readOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof CallerError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run({ sizes, queries, seed, out, json }: BenchOptions): Promise<void> {
  // Before hours of work, not after: a folder that cannot be written to.
  mkdirSync(out, { recursive: true });
  if (json !== undefined) mkdirSync(dirname(json), { recursive: true });
  const machine = machineLine();
  console.log(machine);
  const results: Result[] = [];
  for (const n of sizes) results.push(...(await measureApart(n, queries, seed)));
  const report: Report = { machine, commit: commit(), seed, queries, results };
  console.log(`\n${resultTable(results)}\n\n${growthTable(results)}`);
  for (const [name, text] of reportFiles(report)) writeFileSync(join(out, name), text);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
  console.log(`written to ${out}`);
}
