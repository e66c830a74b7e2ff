// npm run bench:http: the production build under load, on a shop of a million products.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { commit, machineLine } from '@/scripts/bench-engine/report';
import { measurePages } from '@/scripts/bench-http/measure';
import { pagesOf } from '@/scripts/bench-http/pages';
import { httpPage, type HttpReport } from '@/scripts/bench-http/report';
import { startShop } from '@/scripts/bench-http/shop';
import { DATA_SET_OPTIONS, wholeNumber } from '@/scripts/bench-million/options';
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
  const report: HttpReport = { machine, commit: commit(), seed, seconds, readyMs: shop.readyMs, results };
  await writeReport(report);
});

async function writeReport(report: HttpReport): Promise<void> {
  const page = httpPage(report);
  console.log(`\n${page}`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  if (values.out === undefined) return;
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, 'http.md'), page);
}
