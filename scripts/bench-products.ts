/**
 * npm run bench:products -- [--folder DIR] [--products N] [--rounds 20] [--seed 1] [--out DIR] [--json FILE]
 * The merchant's table over a million products, and the same table with numbered pages beside it.
 */
import { commit, machineLine } from '@/scripts/bench-engine/report';
import { benchmark } from '@/scripts/bench-million/benchmark';
import { readOptions } from '@/scripts/bench-million/options';
import { makeFolders, writeReport } from '@/scripts/bench-million/write-report';
import { measurePages } from '@/scripts/bench-products/measure';
import { openTable } from '@/scripts/bench-products/open-table';
import { tableChart, tablePage, type TableReport } from '@/scripts/bench-products/report';

await benchmark(async () => {
  const options = readOptions(
    process.argv.slice(2),
    { rounds: { least: 1, default: 20 } },
    '.data/bench/products',
  );
  makeFolders(options);
  const { products, rounds, seed } = options.numbers;
  await openTable(options.folder, products);
  const machine = machineLine();
  console.log(machine);
  const results = await measurePages(rounds);
  const data: TableReport = { machine, commit: commit(), products, rounds, seed, results };
  writeReport({ name: 'products', page: tablePage(data), chart: tableChart(data), data }, options);
});
