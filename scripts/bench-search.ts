// npm run bench:search: the whole search on MariaDB with a million products, beside the original's.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { commit, machineLine } from '@/scripts/bench-engine/report';
import { DATA_SET_OPTIONS, wholeNumber } from '@/scripts/bench-million/options';
import { withDataSet } from '@/scripts/bench-million/with-data-set';
import { measureSearch } from '@/scripts/bench-search/measure';
import { searchPage, type SearchReport } from '@/scripts/bench-search/report';

const { values } = parseArgs({
  options: {
    ...DATA_SET_OPTIONS,
    queries: { type: 'string', default: '200' },
    recall: { type: 'string', default: '50' },
  },
});

await withDataSet(values, async (set) => {
  const machine = machineLine();
  console.log(machine);
  const queries = wholeNumber('queries', values.queries, 1);
  const judged = wholeNumber('recall', values.recall, 0);
  const results = await measureSearch(set, { queries, judged });
  await writeReport({ machine, commit: commit(), seed: set.seed, queries, results });
});

async function writeReport(report: SearchReport): Promise<void> {
  const page = searchPage(report);
  console.log(`\n${page}`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  if (values.out === undefined) return;
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, 'search.md'), page);
}
