// npm run bench:search: the whole search on MariaDB with a million products, beside the original's.
import { parseArgs } from 'node:util';
import { commit, machineLine } from '@/scripts/bench-engine/report';
import { DATA_SET_OPTIONS, wholeNumber } from '@/scripts/bench-million/options';
import { withDataSet } from '@/scripts/bench-million/with-data-set';
import { writeReport } from '@/scripts/bench-million/write-report';
import { measureSearch } from '@/scripts/bench-search/measure';
import { searchChart, searchPage, type SearchReport } from '@/scripts/bench-search/report';

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
  const data: SearchReport = { machine, commit: commit(), seed: set.seed, queries, results };
  writeReport({ name: 'search', page: searchPage(data), chart: searchChart(data), data }, values);
});
