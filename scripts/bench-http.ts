// npm run bench:http: the production build under load, on a shop of a million products.
import { parseArgs } from 'node:util';
import { commit, machineLine } from '@/scripts/bench-engine/report';
import { measurePages } from '@/scripts/bench-http/measure';
import { pagesOf } from '@/scripts/bench-http/pages';
import { httpChart, httpPage, type HttpReport } from '@/scripts/bench-http/report';
import { startShop } from '@/scripts/bench-http/shop';
import { DATA_SET_OPTIONS, wholeNumber } from '@/scripts/bench-million/options';
import { writeReport } from '@/scripts/bench-million/write-report';
import { withDataSet } from '@/scripts/bench-million/with-data-set';

const { values } = parseArgs({
  options: {
    ...DATA_SET_OPTIONS,
    connections: { type: 'string', default: '10' },
    seconds: { type: 'string', default: '10' },
  },
});

await withDataSet(values, async ({ folder, signatures, seed }) => {
  const machine = machineLine();
  const connections = wholeNumber('connections', values.connections, 1);
  const seconds = wholeNumber('seconds', values.seconds, 1);
  const shop = await startShop(folder);
  console.log(`${machine}\nReady after ${(shop.readyMs / 1000).toFixed(1)} s at ${shop.address}`);
  const n = signatures.size;
  const results = await measurePages(shop, pagesOf(n, seed), { n, connections, seconds });
  const data: HttpReport = { machine, commit: commit(), seed, seconds, readyMs: shop.readyMs, results };
  writeReport({ name: 'http', page: httpPage(data), chart: httpChart(data), data }, values);
});
