import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { category, merchant } from '@/db/schema';
import { deleteProduct, similarProducts } from '@/lib/catalogue';
import { indexService } from '@/lib/catalogue/index-service';
import { database } from '@/lib/database';
import { CallerError } from '@/lib/errors';
import { until } from '@/scripts/services';
import type { Done, Order } from './saver';
import { spreadOf, type Spread } from './spread';

export interface FoundTimes {
  /** From the first byte uploaded to the picture being ready. */
  readonly ready: Spread;
  /** From saving a product whose picture is ready to its being among another product's similar ones, in another process. */
  readonly saved: Spread;
  /** The same, saved at once after the upload: with making the picture ready. */
  readonly savedAtOnce: Spread;
}

const WARM_UP = 3;
/** No drawing of the shop's own is among these. */
const FIRST_PICTURE = 100_000;

/** Registers products one at a time in another process and waits for each in this one's index. They are removed afterwards. */
export async function measureFound(products: number, seed: number): Promise<FoundTimes> {
  const place = await somewhere();
  const index = indexService();
  index.start();
  await until(async () => index.ready() !== null, { timeoutMs: 600_000 });
  const saver = startSaver();
  const ids: number[] = [];
  const register = async (order: Omit<Order, 'merchantId' | 'categorySlug'>) => {
    const done = await saver.order({ ...place, ...order });
    ids.push(done.id);
    return done;
  };
  const ready: number[] = [];
  const times = { patient: [] as number[], atOnce: [] as number[] };
  try {
    for (let i = -WARM_UP; i < products; i++) {
      const picture = FIRST_PICTURE + seed * 1_000 + WARM_UP + i;
      const known = await register({ picture, side: 300, patient: true });
      await found(known.id, known.id, 'itself');
      for (const patient of [true, false]) {
        const done = await register({ picture, side: patient ? 320 : 340, patient });
        const ms = (await found(known.id, done.id, 'other')) - done.saveBegunAt;
        if (i < 0) continue;
        times[patient ? 'patient' : 'atOnce'].push(ms);
        if (done.readyAt !== null) ready.push(done.readyAt - done.uploadedAt);
      }
    }
  } finally {
    await saver.end();
    for (const id of ids) await deleteProduct(id);
    await index.stop();
  }
  return {
    ready: spreadOf(ready),
    saved: spreadOf(times.patient),
    savedAtOnce: spreadOf(times.atOnce),
  };
}

/** Waits until the product can be searched by, or has the other among its similar ones. @returns when that was seen */
async function found(productId: number, wanted: number, what: 'itself' | 'other'): Promise<number> {
  let at = 0;
  const seen = async () => {
    const similar = await similarProducts(productId, { limit: 20 });
    at = Date.now();
    if (similar.state !== 'ready') return false;
    return what === 'itself' || similar.items.some(({ id }) => id === wanted);
  };
  if (await until(seen, { timeoutMs: 60_000, everyMs: 2 })) return at;
  throw new Error(`Product ${wanted} was not found beside ${productId} within a minute.`);
}

function startSaver() {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/bench-register/saver.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const begun = lines.next();
  const next = async (): Promise<string> => {
    const line = await lines.next();
    if (line.done) throw new Error('The process that saves has ended.');
    return line.value;
  };
  return {
    async order(order: Order): Promise<Done> {
      await begun;
      child.stdin.write(`${JSON.stringify(order)}\n`);
      return JSON.parse(await next()) as Done;
    },
    async end(): Promise<void> {
      const exited = new Promise((resolve) => child.once('exit', resolve));
      child.stdin.end();
      if (child.exitCode === null) await exited;
    },
  };
}

export async function somewhere(): Promise<Pick<Order, 'merchantId' | 'categorySlug'>> {
  const [owner] = await database().select({ id: merchant.id }).from(merchant).limit(1);
  const [shelf] = await database().select({ slug: category.slug }).from(category).limit(1);
  if (owner && shelf) return { merchantId: owner.id, categorySlug: shelf.slug };
  throw new CallerError('not-found', 'The catalogue is empty. Run `npm run db:seed` first.');
}
