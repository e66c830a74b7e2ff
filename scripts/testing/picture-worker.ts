import { closeSync, openSync, writeSync } from 'node:fs';
import { runWorker } from '@/lib/merchant/pictures/picture-worker';
import { LocalStorage } from '@/lib/storage';

/**
 * A worker process that dies without a word when it comes to a poison picture (its upload begins with the word),
 * as if the decoder had brought it down. What it opens it writes down first, a line each, in the file of the argument.
 *
 * Environment: DATABASE_URL, STORAGE_DIR, HOLD_MS; arguments: the file, and the name of the poison's key.
 */
const [journal = '', poison = ''] = process.argv.slice(2);
const file = openSync(journal, 'a');
const open = LocalStorage.prototype.open;
LocalStorage.prototype.open = function (key: string) {
  writeSync(file, `${process.pid} ${key}\n`);
  if (key === poison) process.kill(process.pid, 'SIGKILL');
  return open.call(this, key);
};
const ending = new AbortController();
process.on('SIGTERM', () => ending.abort());
await runWorker({
  signal: ending.signal,
  id: `test-${process.pid}`,
  pollMs: 20,
  holdMs: Number(process.env.HOLD_MS),
});
closeSync(file);
process.exit(0);
