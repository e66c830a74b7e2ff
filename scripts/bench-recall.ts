/**
 * npm run bench:recall -- --data DIR[,DIR…] [options]
 * What narrowing keeps of the true neighbours as a catalogue grows: on real photos, on catalogues mixed from them at the
 * same size (which must agree), and on larger ones.
 */
import './demo/dotenv';
import { CallerError } from '@/lib/errors';
import { ModelError } from '@/lib/vision/errors';
import { benchRecall } from '@/scripts/bench-recall/bench-recall';
import { readArguments } from '@/scripts/bench-recall/arguments';

try {
  await benchRecall(readArguments(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof CallerError) && !(error instanceof ModelError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
