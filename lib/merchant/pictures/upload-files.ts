import { lockJobsWithFiles } from '@/db/queries/image-jobs';
import { lockPictureWithFiles } from '@/db/queries/place-pictures';
import { pictureFolder } from '@/lib/catalogue/writing';
import { database } from '@/lib/database';
import { storage } from '@/lib/storage';

/** Where files lie as they were uploaded, until their picture is a product's. Nobody is ever shown them. */
export const UPLOADS = 'uploads';

/** Removes what was kept of a job whose row is gone already. */
export async function removeFiles(job: {
  readonly uploadKey: string;
  readonly sha256: string | null;
}): Promise<void> {
  await storage().delete(job.uploadKey);
  if (job.sha256 !== null) await removeUnusedSizes(job.sha256);
}

/**
 * Removes the picture's display sizes, unless another upload or any product has the same picture. While it looks and
 * removes, no worker can begin to store the same (it says so in the row first, and waits for this transaction), and no
 * product can get it: who writes one without an upload waits, then stores again what is gone.
 */
export async function removeUnusedSizes(sha256: string): Promise<void> {
  await database().transaction(
    async (tx) => {
      if ((await lockJobsWithFiles(tx, sha256)) || (await lockPictureWithFiles(tx, sha256))) return;
      await storage().delete(pictureFolder(sha256));
    },
    { isolationLevel: 'repeatable read' },
  );
}
