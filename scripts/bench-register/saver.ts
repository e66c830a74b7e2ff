import { createInterface } from 'node:readline';
import { enqueuePicture, jobStates, runWorker } from '@/lib/merchant/pictures';
import { createProduct } from '@/lib/merchant/products/save';
import { until } from '@/scripts/services/until';
import { drawn, inChunks } from '@/scripts/testing/upload';

/**
 * The merchant's side of the benchmark, in a process of its own: worker and saving. Reads one JSON order a line, answers
 * each with one. Times are of the machine's clock, which both processes share.
 */
export interface Order {
  readonly merchantId: number;
  readonly categorySlug: string;
  readonly picture: number;
  readonly side: number;
  /** Whether to save only once the picture is ready, as somebody who types for a while does. */
  readonly patient: boolean;
}

export interface Done {
  readonly id: number;
  readonly uploadedAt: number;
  readonly readyAt: number | null;
  readonly saveBegunAt: number;
}

const ending = new AbortController();
const worker = runWorker({ signal: ending.signal, id: `bench-${process.pid}` });
console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await carryOut(JSON.parse(line) as Order)));
}
ending.abort();
await worker;
process.exit();

async function carryOut({ merchantId, categorySlug, picture, side, patient }: Order): Promise<Done> {
  const bytes = await drawn(picture, side);
  const uploadedAt = Date.now();
  const job = await enqueuePicture(merchantId, inChunks(bytes), `${picture}.jpg`, bytes.length);
  const isReady = async () => (await jobStates('all', [job.id]))[0]?.state === 'ready';
  if (patient) await until(isReady, { timeoutMs: 60_000, everyMs: 2 });
  const readyAt = patient ? Date.now() : null;
  const text = { ko: `측정 ${picture}`, en: `Measured ${picture}` };
  const saveBegunAt = Date.now();
  const { id } = await createProduct(merchantId, {
    ...{ title: text, description: text, categorySlug, priceKrw: 1_000, stock: 1 },
    pictures: [{ job: job.id }],
  });
  return { id, uploadedAt, readyAt, saveBegunAt };
}
