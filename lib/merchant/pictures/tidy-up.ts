import { deleteForgotten, productsToAttach, usedUploadKeys } from '@/db/queries/image-jobs';
import { deleteOldTokens } from '@/db/queries/save-tokens';
import { database } from '@/lib/database';
import { log } from '@/lib/log';
import { attachProduct } from '@/lib/merchant/pictures/attach-product';
import { removeFiles, UPLOADS } from '@/lib/merchant/pictures/upload-files';
import { storage } from '@/lib/storage';

/** What is uploaded and not saved within a day was given up. */
export const FORGOTTEN_MS = 24 * 3_600_000;
/** A file without a row may be one whose row is just being written. */
const HOUR_MS = 3_600_000;
const BATCH = 100;

const ATTACH_EVERY_MS = 5_000;
const SWEEP_EVERY_MS = 10 * 60_000;

const KEY = Symbol.for('dalma.tidied-up');
const store = globalThis as { [KEY]?: { attachedAt: number; sweptAt: number } };

/** What a worker does now and then, however much there is to do: finishes what dead ones left. */
export async function finishLeft(): Promise<void> {
  if (!isTime('attachedAt', ATTACH_EVERY_MS)) return;
  await attachLeft();
}

/** What an idle worker does now and then: removes what nobody wants. */
export async function tidyUp(): Promise<void> {
  if (!isTime('sweptAt', SWEEP_EVERY_MS)) return;
  await sweepUploads(FORGOTTEN_MS);
}

/** Whether this has not been done in this process for so long; notes that it is done now. */
function isTime(what: 'attachedAt' | 'sweptAt', everyMs: number): boolean {
  const last = (store[KEY] ??= { attachedAt: 0, sweptAt: 0 });
  if (Date.now() - last[what] <= everyMs) return false;
  last[what] = Date.now();
  return true;
}

/** Shows pictures that are ready and their product's, and are not shown: who should have done so died. */
export async function attachLeft(): Promise<void> {
  for (const productId of await productsToAttach(database(), BATCH)) await attachProduct(productId);
}

/** Removes uploads that were never saved, with their files, and files without a row, once they are so old. */
export async function sweepUploads(ageMs: number): Promise<void> {
  const db = database();
  for (let swept = BATCH; swept === BATCH;) {
    const forgotten = await db.transaction((tx) => deleteForgotten(tx, ageMs, BATCH), {
      isolationLevel: 'read committed',
    });
    for (const job of forgotten) await removeFiles(job);
    swept = forgotten.length;
    if (swept > 0) log().info({ uploads: swept }, 'Removed what is no longer needed of uploads');
  }
  await removeStrays(new Date(Date.now() - ageMs - HOUR_MS));
  await deleteOldTokens(db, ageMs);
}

/** Files that a process left when it died between file and row. */
async function removeStrays(before: Date): Promise<void> {
  const old = await storage().olderThan(UPLOADS, before);
  const used = await usedUploadKeys(database(), old);
  for (const key of old) if (!used.has(key)) await storage().delete(key);
}
