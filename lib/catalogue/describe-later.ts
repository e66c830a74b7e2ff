import { workerEnv } from '@/lib/env';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';

const KEY = Symbol.for('dalma.describe-later');
const store = globalThis as { [KEY]?: Waiting };

interface Waiting {
  readonly products: Set<number>;
  running: Promise<void> | null;
}

/**
 * Has the model in use look, in the background, at pictures of these products that it has not described: those written by
 * somebody who did not know yet that the model had been changed. Never fails. Not where `WORKER=off`: a process that
 * only serves pages leaves it to others, and to the next time the product changes.
 */
export function describeLater(productIds: readonly number[]): void {
  if (workerEnv().WORKER === 'off') return;
  const waiting = (store[KEY] ??= { products: new Set(), running: null });
  productIds.forEach((id) => waiting.products.add(id));
  waiting.running ??= describeAll(waiting).finally(() => (waiting.running = null));
}

/** Resolves when nothing is being described. */
export async function describedAll(): Promise<void> {
  await store[KEY]?.running;
}

/** The network is loaded by whoever has something to describe: pages never do. */
async function describeAll({ products }: Waiting): Promise<void> {
  while (products.size > 0) {
    const productIds = [...products];
    products.clear();
    try {
      const { describePictures } = await import('@/lib/catalogue/describe-pictures');
      const pictures = await describePictures({ productIds });
      if (pictures > 0)
        log().info({ productIds, pictures }, 'Described pictures that the model had not seen');
    } catch (error) {
      log().error(
        { productIds, error: messageOf(error) },
        'Pictures without signature could not be described',
      );
    }
  }
}
