import { join, resolve } from 'node:path';
import { requireRoom } from '@/scripts/bench-million/disk-room';
import { makeDataSet } from '@/scripts/bench-million/make-data-set';
import { startBenchServer } from '@/scripts/bench-million/server';
import { sharedPictures } from '@/scripts/bench-million/shared-pictures';
import { ShopProducts, type ShopProduct } from '@/scripts/bench-million/shop-products';
import { shelfTables } from '@/scripts/bench-million/tables';
import { seedProgress } from '@/scripts/seed-progress';
import { isLock, running, SetupError, takeLock } from '@/scripts/services';

/** One product in so many is another merchant's than the great one's. */
const OTHERS_EVERY = 20;
/** Measured at a million products, with a fifth to spare: the table and all its keys. */
const BYTES_PER_PRODUCT = 3_600;

/** The merchant who has nearly everything. */
export const GREAT_MERCHANT = 1;

class OfOneGreatMerchant extends ShopProducts {
  override product(i: number): ShopProduct {
    const product = super.product(i);
    return i % OTHERS_EVERY === 0 ? product : { ...product, merchantId: GREAT_MERCHANT };
  }
}

/**
 * Makes the products, or takes those that are there, starts their server, and gives this process its address. There are no
 * signatures: nothing here searches by picture.
 * @throws SetupError when the disk has no room for it, or another benchmark is using it
 */
export async function openTable(given: string, products: number): Promise<void> {
  const folder = resolve(given);
  requireRoom(folder, products, BYTES_PER_PRODUCT);
  const lock = takeLock(join(folder, 'bench.lock'), 'a benchmark');
  if (!isLock(lock)) throw new SetupError(`${running(lock)} on ${folder} already: wait for it, or end it.`);
  process.once('exit', () => lock.release());
  const pictures = await sharedPictures(join(folder, 'storage'));
  const server = await startBenchServer(folder);
  const tables = shelfTables(new OfOneGreatMerchant(products), pictures);
  process.env.DATABASE_URL = await makeDataSet(server.url, tables, {
    progress: seedProgress,
    say: console.log,
    onChange: () => {},
  });
}
