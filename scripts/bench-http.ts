/**
 * npm run bench:http -- [--folder DIR] [--products N] [--connections 10] [--seconds 10] [--seed 1] [--out DIR] [--json FILE]
 * The production build under load, on a shop of a million products.
 */
import { commit, machineLine } from '@/scripts/bench-engine/report';
import { measurePages } from '@/scripts/bench-http/measure';
import { pagesOf } from '@/scripts/bench-http/pages';
import { httpChart, httpPage, type HttpReport } from '@/scripts/bench-http/report';
import { startShop } from '@/scripts/bench-http/shop';
import { benchmark } from '@/scripts/bench-million/benchmark';
import { openDataSet } from '@/scripts/bench-million/open-data-set';
import { readOptions } from '@/scripts/bench-million/options';
import { makeFolders, writeReport } from '@/scripts/bench-million/write-report';

await benchmark(async () => {
  const options = readOptions(process.argv.slice(2), {
    connections: { least: 1, default: 10 },
    seconds: { least: 1, default: 10 },
  });
  makeFolders(options);
  const { folder } = await openDataSet(options);
  const machine = machineLine();
  const shop = await startShop(folder);
  const { readyMs } = shop;
  console.log(`${machine}\nReady after ${(readyMs / 1000).toFixed(1)} s at ${shop.address}`);
  const { products: n, seed, connections, seconds } = options.numbers;
  const results = await measurePages(shop, pagesOf(n, seed), { n, connections, seconds });
  const data: HttpReport = { machine, commit: commit(), seed, seconds, readyMs, results };
  writeReport({ name: 'http', page: httpPage(data), chart: httpChart(data), data }, options);
});
