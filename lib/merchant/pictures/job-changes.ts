import type { Transaction } from '@/db';
import {
  closeUp,
  deleteJobs,
  jobsByIds,
  lockJobs,
  openJobsOf,
  productOfJob,
  queueAgain,
  type JobRow,
} from '@/db/queries/image-jobs';
import { isOwnProduct } from '@/db/queries/own-products';
import { lockAnyProduct } from '@/db/queries/write-product';
import { inScope } from '@/lib/auth/scope';
import type { Scope } from '@/lib/auth/types';
import { changeCatalogue, isProductId, unknownProduct } from '@/lib/catalogue/writing';
import { database } from '@/lib/database';
import { CallerError } from '@/lib/errors';
import { toPictureJob } from '@/lib/merchant/pictures/picture-job';
import type { PictureJob } from '@/lib/merchant/pictures/types';
import { removeFiles } from '@/lib/merchant/pictures/upload-files';
import { wake } from '@/lib/wake-ups';

/** Those of the pictures that are there for this scope, in no particular order. */
export async function jobStates(scope: Scope, ids: readonly number[]): Promise<PictureJob[]> {
  return (await jobsByIds(database(), scope, ids)).map(toPictureJob);
}

export interface PlacedJob extends PictureJob {
  /** Its place among all pictures of the product, those on show and those under way; 0 is the first. */
  readonly position: number;
}

/**
 * Pictures of a product that are not attached yet, failed ones among them: for the edit page.
 * @throws CallerError `not-found` for a product that is not there for this scope
 */
export async function picturesUnderWay(scope: Scope, productId: number): Promise<PlacedJob[]> {
  const db = database();
  if (!isProductId(productId) || !(await isOwnProduct(db, scope, productId))) throw unknownProduct(productId);
  const jobs = await openJobsOf(db, productId);
  return jobs.map((job) => ({ ...toPictureJob(job), position: job.position ?? 0 }));
}

/**
 * Puts a failed picture back into the queue.
 * @throws CallerError `not-found` for one that is not there for this scope, or has not failed
 */
export async function retryJob(scope: Scope, id: number): Promise<PictureJob> {
  await changeOwnJob(scope, id, async (tx, job) => {
    if (job.state !== 'failed') throw unknownJob(id, 'has not failed');
    await queueAgain(tx, id);
  });
  wake('dalma:picture-work');
  const [job] = await jobStates(scope, [id]);
  if (!job) throw unknownJob(id);
  return job;
}

/**
 * Forgets a picture that is not attached yet, with its files. If its product is saved, the places behind it close up.
 * @throws CallerError `not-found` for one that is not there for this scope, or is attached
 */
export async function cancelUpload(scope: Scope, id: number): Promise<void> {
  const cancelled = await changeOwnJob(scope, id, async (tx, job) => {
    if (job.state === 'attached')
      throw unknownJob(id, 'is shown already: remove it from the product instead');
    await deleteJobs(tx, [id]);
    if (job.productId !== null && job.position !== null) await closeUp(tx, job.productId, job.position);
  });
  await removeFiles(cancelled);
}

/** The product first, then the job: the order in which everybody locks them. */
async function changeOwnJob(
  scope: Scope,
  id: number,
  change: (tx: Transaction, job: JobRow) => Promise<void>,
): Promise<JobRow> {
  const job = await changeCatalogue(database(), async (tx) => {
    const productId = await productOfJob(tx, id);
    if (productId !== null) await lockAnyProduct(tx, productId);
    const [locked] = await lockJobs(tx, [id]);
    if (!locked || !inScope(scope, locked.merchantId)) throw unknownJob(id);
    if (locked.productId !== productId) throw unknownJob(id, 'was just saved with a product: look again');
    await change(tx, locked);
    return locked;
  });
  wake('dalma:picture-states');
  return job;
}

function unknownJob(id: number, why = 'is not there, or no longer'): CallerError {
  return new CallerError('not-found', `The picture ${id} ${why}.`);
}
