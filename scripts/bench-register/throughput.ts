import { eq, inArray, sql } from 'drizzle-orm';
import { imageJob } from '@/db/schema';
import { modelInUse } from '@/lib/catalogue/model-in-use';
import { database } from '@/lib/database';
import { cancelUpload, enqueuePicture, runWorker } from '@/lib/merchant/pictures';
import { loadExtractor, modelEntry } from '@/lib/vision';
import { decodePixels } from '@/lib/vision/decode';
import { readModelFile } from '@/lib/vision/model-file';
import type { Network } from '@/lib/vision/network';
import { openNetwork } from '@/lib/vision/onnx-node';
import { preprocess } from '@/lib/vision/preprocess';
import { until } from '@/scripts/services';
import { drawn, inChunks } from '@/scripts/testing/upload';

export interface Throughput {
  readonly pictures: number;
  /** Files to pictures that are ready: decoded, checked, stored in four sizes, described, written. */
  readonly workerPerSecond: number;
  /** The network alone on prepared input, before and after the worker ran, mean of both: what cannot be beaten. */
  readonly networkPerSecond: number;
  /** Worker / network. */
  readonly ratio: number;
}

const BATCH = 4;
const NETWORK_ROUNDS = 15;
const FIRST_PICTURE = 900_000;
const SIDE = 1_000;

/** Has one worker make pictures ready as fast as it can. What was uploaded for this is removed afterwards. */
export async function measureThroughput(pictures: number, merchantId: number): Promise<Throughput> {
  await loadExtractor(await modelInUse());
  const { network, input } = await bareNetwork();
  const ids: number[] = [];
  for (let i = 0; i < pictures; i++) {
    const bytes = await drawn(FIRST_PICTURE + i, SIDE);
    ids.push((await enqueuePicture(merchantId, inChunks(bytes), `${i}.jpg`, bytes.length)).id);
  }
  const before = await networkPerSecond(network, input);
  const workerPerSecond = (1_000 * pictures) / (await workedMs(ids));
  const after = await networkPerSecond(network, input);
  for (const id of ids) await cancelUpload('all', id);
  const bare = (before + after) / 2;
  return { pictures, workerPerSecond, networkPerSecond: bare, ratio: workerPerSecond / bare };
}

async function workedMs(ids: readonly number[]): Promise<number> {
  const ending = new AbortController();
  const startedAt = performance.now();
  const worker = runWorker({ signal: ending.signal, id: 'bench' });
  const left = async () => {
    const [row] = await database()
      .select({ left: sql<number>`count(*)`.mapWith(Number) })
      .from(imageJob)
      .where(sql`${inArray(imageJob.id, [...ids])} and not ${eq(imageJob.state, 'ready')}`);
    return row?.left === 0;
  };
  const done = await until(left, { timeoutMs: 600_000, everyMs: 50 });
  const ms = performance.now() - startedAt;
  ending.abort();
  await worker;
  if (!done) throw new Error('The pictures did not become ready within ten minutes.');
  return ms;
}

async function bareNetwork() {
  const entry = modelEntry(await modelInUse());
  const network = await openNetwork(entry, await readModelFile(entry));
  const pixels = await decodePixels(await drawn(FIRST_PICTURE, SIDE), 2 * entry.input.size);
  return { network, input: preprocess(pixels, entry.input) };
}

async function networkPerSecond(network: Network, input: Float32Array): Promise<number> {
  const batch = Array.from({ length: BATCH }, () => input);
  await network.run(batch);
  const startedAt = performance.now();
  for (let round = 0; round < NETWORK_ROUNDS; round++) await network.run(batch);
  return (1_000 * BATCH * NETWORK_ROUNDS) / (performance.now() - startedAt);
}
