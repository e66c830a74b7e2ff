import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { CallerError } from '@/lib/errors';
import { exportCatalogue } from '@/lib/merchant/imports';
import { merchantNamed } from '@/scripts/merchant-named';
import { withServices } from '@/scripts/with-services';

// npm run --silent export -- --merchant SLUG > catalogue.csv
await withServices(async () => {
  const { merchant } = parseArgs({ options: { merchant: { type: 'string' } } }).values;
  if (merchant === undefined)
    throw new CallerError('invalid-input', 'Expected --merchant SLUG: whose products they are.');
  const id = await merchantNamed(merchant);
  await pipeline(Readable.from(await exportCatalogue('all', id)), process.stdout, { end: false });
});
