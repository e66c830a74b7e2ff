/**
 * npm run bench:search -- [--folder DIR] [--products N] [--queries 200] [--recall 50] [--seed 1] [--out DIR] [--json FILE]
 * The whole search on MariaDB with a million products, beside the original's.
 */
import { commit, machineLine } from '@/scripts/bench-engine/report';
import { benchmark } from '@/scripts/bench-million/benchmark';
import { openDataSet } from '@/scripts/bench-million/open-data-set';
import { readOptions } from '@/scripts/bench-million/options';
import { makeFolders, writeReport } from '@/scripts/bench-million/write-report';
import { measureSearch } from '@/scripts/bench-search/measure';
import { searchChart, searchPage, type SearchReport } from '@/scripts/bench-search/report';

await benchmark(async () => {
  const options = readOptions(process.argv.slice(2), {
    queries: { least: 1, default: 200 },
    recall: { least: 0, default: 50 },
  });
  makeFolders(options);
  const { signatures } = await openDataSet(options);
  const machine = machineLine();
  console.log(machine);
  const { seed, queries, recall: judged } = options.numbers;
  const results = await measureSearch(signatures, { seed, queries, judged });
  const data: SearchReport = { machine, commit: commit(), seed, queries, results };
  writeReport({ name: 'search', page: searchPage(data), chart: searchChart(data), data }, options);
});
