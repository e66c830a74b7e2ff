import { closeSync, openSync, writeSync } from 'node:fs';
import { runWorker } from '@/lib/merchant/pictures/picture-worker';
import { LocalStorage } from '@/lib/storage';

/**
 * A worker process that dies without a word when it opens the poison, as if the decoder had brought it down. What it
 * opens it writes down first, a line each.
 *
 * Environment: DATABASE_URL, STORAGE_DIR; arguments: the file to write to, and the key of the poison.
 */
const [journal = '', poison = ''] = process.argv.slice(2);
const file = openSync(journal, 'a');
const open = LocalStorage.prototype.open;
LocalStorage.prototype.open = function (key, range) {
  writeSync(file, `${process.pid} ${key}\n`);
  if (key === poison) process.kill(process.pid, 'SIGKILL');
  return open.call(this, key, range);
};
const ending = new AbortController();
process.on('SIGTERM', () => ending.abort());
await runWorker({ signal: ending.signal, id: `test-${process.pid}`, pollMs: 20 });
closeSync(file);
process.exit(0);
