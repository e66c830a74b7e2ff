import type { Transaction } from '@/db';
import { changeJob, lockOpenJobsOf, queueAgain } from '@/db/queries/image-jobs';
import { placePictures, shownPictures } from '@/db/queries/place-pictures';
import { insertPicture, type Described } from '@/db/queries/write-product';
import type { ImageJobRow } from '@/db/schema';
import type { Touched } from '@/lib/catalogue/writing';
import { inOrder } from '@/lib/merchant/pictures/places';

export interface AttachResult {
  /** Pictures on show now. */
  readonly attached: number;
  /** Jobs that may still become one. */
  readonly underWay: number;
  /** Files as uploaded that nobody needs once the transaction is committed. */
  readonly unneeded: readonly string[];
}

/**
 * Shows those of the product's uploaded pictures that are ready, each at its place among the others: the part of a
 * transaction that has the product locked. Whoever comes first, the one who saves or the worker, does it, and the
 * other finds it done. A picture seen by another network than the one in use is seen again instead.
 */
export async function attachReady(
  tx: Transaction,
  touched: Touched,
  productId: number,
  modelInUse: string,
): Promise<AttachResult> {
  const jobs = await lockOpenJobsOf(tx, productId);
  const places = inOrder(jobs, await shownPictures(tx, productId));
  const unneeded: string[] = [];
  for (const [place, job] of places.entries()) {
    if (typeof job === 'number' || job.state !== 'ready') continue;
    if (job.modelId !== modelInUse) {
      await queueAgain(tx, job.id);
      continue;
    }
    places[place] = await attach(tx, productId, job);
    unneeded.push(job.uploadKey);
  }
  const shown = places.filter((one) => typeof one === 'number');
  if (unneeded.length > 0) {
    await placePictures(tx, productId, shown);
    touched(productId);
  }
  const underWay = places.filter((one) => typeof one !== 'number' && one.state !== 'failed').length;
  return { attached: shown.length, underWay, unneeded };
}

/** @returns the number of the picture, which has no place yet */
async function attach(tx: Transaction, productId: number, job: ImageJobRow): Promise<number> {
  const imageId = await insertPicture(tx, productId, describedBy(job), null);
  await changeJob(tx, job.id, {
    ...{ state: 'attached', imageId, position: null },
    ...{ topFilters: null, featureBits: null, intensities: null },
  });
  return imageId;
}

function describedBy(job: ImageJobRow): Described {
  const { sha256, width, height, placeholder, modelId, topFilters, featureBits, intensities } = job;
  const whole = sha256 && width && height && placeholder && modelId;
  if (!whole || !topFilters || !featureBits || !intensities) {
    throw new Error(`The picture job ${job.id} is ready, and yet not whole.`);
  }
  return {
    image: { sha256, width, height, placeholder },
    signature: { modelId, topFilters },
    feature: { featureBits },
    intensity: { intensities },
  };
}
