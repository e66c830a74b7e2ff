import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { indexService } from '@/lib/catalogue/index-service';
import { measureSimilar } from '@/scripts/bench/measure-similar';
import { similarTables } from '@/scripts/bench/similar-tables';
import { withServices } from '@/scripts/with-services';

// npm run bench:similar: how fast and how good the similar products of the seeded catalogue are.
const { values } = parseArgs({
  options: {
    queries: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});

await withServices(async () => {
  indexService().start();
  const result = await measureSimilar({ queries: Number(values.queries), seed: Number(values.seed) });
  await indexService().stop();
  console.log(similarTables(result));
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(result, null, 2)}\n`);
});
