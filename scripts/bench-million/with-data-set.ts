import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { closeDatabase } from '@/lib/database';
import { DEFAULT_MODEL_ID } from '@/lib/vision/manifest';
import type { BenchCatalogue } from '@/scripts/bench/catalogue';
import { isStopping, stopOnSignals } from '@/scripts/demo/shutdown';
import { describeFailure } from '@/scripts/demo/steps';
import { seedProgress } from '@/scripts/seed-progress';
import { isLock, running, SetupError, stopEverything, takeLock } from '@/scripts/services';
import { requireRoom } from './disk-room';
import { makeDataSet } from './make-data-set';
import { wholeNumber } from './options';
import { startBenchServer } from './server';
import { sharedPictures } from './shared-pictures';
import { signaturesOf } from './signatures';
import { benchTables } from './tables';

/** As typed. */
export interface DataSetOptions {
  readonly folder: string;
  readonly products: string;
  readonly seed: string;
}

export interface DataSet {
  readonly folder: string;
  /** Signature i is that of product i + 1, whose picture has the same number. */
  readonly signatures: BenchCatalogue;
  readonly seed: number;
}

/**
 * Makes the data set, or takes the one that is there, runs the program with the environment of a shop on it, and ends
 * everything. A failure is told in words and becomes the process's exit code.
 */
export async function withDataSet(
  options: DataSetOptions,
  program: (set: DataSet) => Promise<void>,
): Promise<void> {
  stopOnSignals(() => 130);
  try {
    const seed = wholeNumber('seed', options.seed, 0);
    const signatures = signaturesOf(wholeNumber('products', options.products, 100), seed);
    const set = { folder: resolve(options.folder), signatures, seed };
    await prepare(set);
    await program(set);
  } catch (error) {
    if (isStopping()) return;
    console.error(describeFailure(error));
    process.exitCode = 1;
  }
  if (isStopping()) return;
  await closeDatabase();
  await stopEverything();
}

async function prepare({ folder, signatures }: DataSet): Promise<void> {
  requireRoom(folder, signatures.size);
  const lock = takeLock(join(folder, 'bench.lock'), 'a benchmark');
  if (!isLock(lock)) throw new SetupError(`${running(lock)} on ${folder} already: wait for it, or end it.`);
  process.once('exit', () => lock.release());
  const storage = join(folder, 'storage');
  const pictures = await sharedPictures(storage);
  const server = await startBenchServer(folder);
  const tables = benchTables({ signatures, pictures, modelId: DEFAULT_MODEL_ID });
  const index = join(folder, 'index');
  const url = await makeDataSet(server.url, tables, {
    progress: seedProgress,
    say: console.log,
    onChange: () => rmSync(index, { recursive: true, force: true }),
  });
  const settings = { DATABASE_URL: url, STORAGE_DIR: storage, INDEX_DIR: index, LOG_LEVEL: 'warn' };
  Object.assign(process.env, { ...settings, REDIS_URL: '', MODEL_ID: '' });
}
