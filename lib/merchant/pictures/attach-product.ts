import { lockAnyProduct } from '@/db/queries/write-product';
import { changeCatalogue, modelInUse } from '@/lib/catalogue/writing';
import { database } from '@/lib/database';
import { attachReady } from '@/lib/merchant/pictures/attach-ready';
import { storage } from '@/lib/storage';
import { wake } from '@/lib/wake-ups';

/** Shows the pictures of a saved product that have become ready. Done twice it changes nothing. */
export async function attachProduct(productId: number): Promise<void> {
  const model = await modelInUse();
  const result = await changeCatalogue(database(), async (tx, touched) => {
    if (!(await lockAnyProduct(tx, productId))) return null;
    return attachReady(tx, touched, productId, model);
  });
  wake('dalma:picture-states');
  if (result) await removeUploads(result.unneeded);
}

/** Removes files as uploaded whose pictures are products' by now. */
export async function removeUploads(keys: readonly string[]): Promise<void> {
  await Promise.all(keys.map((key) => storage().delete(key)));
}
