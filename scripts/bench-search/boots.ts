import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bootIndex } from '@/lib/catalogue/boot-index';
import { fillFeatureFile } from '@/lib/catalogue/fill-feature-file';
import { IndexSnapshots } from '@/lib/catalogue/index-snapshots';
import type { LiveIndex } from '@/lib/catalogue/live-index';
import { loadIndex } from '@/lib/catalogue/load-index';
import { database } from '@/lib/database';
import { indexEnv } from '@/lib/env';
import { DEFAULT_MODEL_ID } from '@/lib/vision/manifest';
import { spread } from './spread';
import type { BootResult } from './report';

const RUNS = 3;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/**
 * How a process comes by its index of `n` products: everything from MySQL, or the snapshot of the last time and the
 * changes since (there are none). Leaves a snapshot where the shop looks for it.
 * @returns the index from the snapshot, and what it took
 */
export async function measureBoots(n: number): Promise<{ live: LiveIndex; boots: BootResult[] }> {
  const snapshots = new IndexSnapshots(indexEnv().INDEX_DIR, DEFAULT_MODEL_ID);
  const rebuilt = await timed(() => loadIndex(database(), DEFAULT_MODEL_ID, () => {}));
  const { live, position } = rebuilt.result;
  const written = await timed(() => snapshots.write(live, position));
  const restored = await timed(() => bootIndex(database(), DEFAULT_MODEL_ID, snapshots, () => {}));
  const { live: booted, snapshot } = restored.result;
  if (!snapshot) throw new Error('The snapshot that was just written was not used.');
  if (booted.products !== n)
    throw new Error(`The index has ${booted.products} products and should have ${n}.`);
  const boots = [
    bootResult(n, 'index-from-mysql', rebuilt),
    bootResult(n, 'snapshot-write', written),
    bootResult(n, 'index-from-snapshot', restored),
  ];
  return { live: booted, boots };
}

/**
 * Copies into the shop's files what pictures are compared by, as the shop does by itself in the background; what they
 * have already stays.
 */
export async function fillFeatureFiles(): Promise<void> {
  for (const reranker of ['intensities', 'features']) {
    Object.assign(process.env, { RERANKER: reranker, FEATURE_SOURCE: 'file' });
    await fillFeatureFile(database(), DEFAULT_MODEL_ID, new AbortController().signal);
  }
  Object.assign(process.env, { RERANKER: '', FEATURE_SOURCE: '' });
}

interface Timed<T> {
  /** Of the last run. */
  readonly result: T;
  readonly times: readonly number[];
  /** Bytes by which the process had grown after the first run. */
  readonly growth: number;
}

async function timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const times: number[] = [];
  let growth = 0;
  for (let run = 0; ; run++) {
    collectGarbage();
    const before = process.memoryUsage.rss();
    const startedAt = performance.now();
    const result = await work();
    times.push(performance.now() - startedAt);
    collectGarbage();
    if (run === 0) growth = process.memoryUsage.rss() - before;
    if (times.length === RUNS) return { result, times, growth };
  }
}

function bootResult(n: number, method: string, { times, growth }: Timed<unknown>): BootResult {
  const { p50Ms, ...rest } = spread(times.map((time) => [time]));
  return {
    ...{ n, method, p50Ms, ...rest },
    productsPerSecond: (n * 1_000) / p50Ms,
    bytesPerProduct: growth / n,
  };
}
