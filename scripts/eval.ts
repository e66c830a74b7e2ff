// npm run eval: how good each way of finding look-alikes is on a folder of labelled pictures, or on the demo catalogue.
import './demo/dotenv';
import { CallerError } from '@/lib/errors';
import { ModelError } from '@/lib/vision/errors';
import { DEMO, readArguments } from '@/scripts/eval/arguments';
import { readDataFolder } from '@/scripts/eval/data-folder';
import { readDemoData } from '@/scripts/eval/demo-data';
import { evaluate } from '@/scripts/eval/evaluate';
import { withServices } from '@/scripts/with-services';

try {
  const given = readArguments(process.argv.slice(2));
  if (given.data === DEMO) await withServices(async () => void (await evaluate(await readDemoData(), given)));
  else await evaluate(await readDataFolder(given.data), given);
} catch (error) {
  if (!(error instanceof CallerError) && !(error instanceof ModelError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
