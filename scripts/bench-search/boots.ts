import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bootIndex } from '@/lib/catalogue/boot-index';
import { IndexSnapshots } from '@/lib/catalogue/index-snapshots';
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
 */
export async function measureBoots(n: number): Promise<BootResult[]> {
  const snapshots = new IndexSnapshots(indexEnv().INDEX_DIR, DEFAULT_MODEL_ID);
  const rebuilt = await timed(() => loadIndex(database(), DEFAULT_MODEL_ID, () => {}));
  const { live, position } = rebuilt.result;
  if (live.products !== n) throw new Error(`The index has ${live.products} products and should have ${n}.`);
  const written = await timed(() => snapshots.write(live, position));
  const restored = await timed(() => bootIndex(database(), DEFAULT_MODEL_ID, snapshots, () => {}));
  if (!restored.result.snapshot) throw new Error('The snapshot that was just written was not used.');
  return [
    bootResult(n, 'index-from-mysql', rebuilt),
    bootResult(n, 'snapshot-write', written),
    bootResult(n, 'index-from-snapshot', restored),
  ];
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
