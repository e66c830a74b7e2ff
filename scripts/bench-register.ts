import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { measureRegister } from '@/scripts/bench-register/measure';
import { registerTable } from '@/scripts/bench-register/report';
import { withServices } from '@/scripts/with-services';

// npm run bench:register: how long after saving a product others recommend it, and how many pictures per second become ready.
const { values } = parseArgs({
  options: {
    products: { type: 'string', default: '50' },
    pictures: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});

await withServices(async () => {
  const result = await measureRegister({
    products: Number(values.products),
    pictures: Number(values.pictures),
    seed: Number(values.seed),
  });
  console.log(registerTable(result));
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(result, null, 2)}\n`);
});
process.exit();
