import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DEFAULT_MODEL_ID } from '@/lib/vision/manifest';
import type { BenchCatalogue } from '@/scripts/bench/catalogue';
import { seedProgress } from '@/scripts/seed-progress';
import { isLock, running, SetupError, takeLock } from '@/scripts/services';
import { requireRoom } from './disk-room';
import { makeDataSet } from './make-data-set';
import type { BenchOptions } from './options';
import { startBenchServer } from './server';
import { sharedPictures } from './shared-pictures';
import { signaturesOf } from './signatures';
import { benchTables } from './tables';

export interface DataSet {
  readonly folder: string;
  /** Signature i is that of product i + 1, whose picture has the same number. */
  readonly signatures: BenchCatalogue;
}

/**
 * Makes the data set, or takes the one that is there, starts its server, and gives this process the environment of a
 * shop on it.
 * @throws SetupError when the disk has no room for it, or another benchmark is using it
 */
export async function openDataSet({ folder: given, numbers }: BenchOptions<never>): Promise<DataSet> {
  const folder = resolve(given);
  requireRoom(folder, numbers.products);
  takeFolder(folder);
  const storage = join(folder, 'storage');
  const index = join(folder, 'index');
  const pictures = await sharedPictures(storage);
  const server = await startBenchServer(folder);
  const signatures = signaturesOf(numbers.products, numbers.seed);
  const tables = benchTables({ signatures, pictures, modelId: DEFAULT_MODEL_ID });
  const url = await makeDataSet(server.url, tables, {
    progress: seedProgress,
    say: console.log,
    onChange: () => rmSync(index, { recursive: true, force: true }),
  });
  const settings = { DATABASE_URL: url, STORAGE_DIR: storage, INDEX_DIR: index, LOG_LEVEL: 'warn' };
  const unset = ['REDIS_URL', 'MODEL_ID', 'NARROWING', 'RERANKER', 'FEATURE_SOURCE'];
  Object.assign(process.env, settings, Object.fromEntries(unset.map((name) => [name, ''])));
  return { folder, signatures };
}

function takeFolder(folder: string): void {
  const lock = takeLock(join(folder, 'bench.lock'), 'a benchmark');
  if (!isLock(lock)) throw new SetupError(`${running(lock)} on ${folder} already: wait for it, or end it.`);
  process.once('exit', () => lock.release());
}
