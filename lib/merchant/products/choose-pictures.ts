import type { Transaction } from '@/db';
import { changeJob, deleteJobs, lockJobs, lockOpenJobsOf, type JobRow } from '@/db/queries/image-jobs';
import { placePictures, shownPictures } from '@/db/queries/place-pictures';
import { CallerError } from '@/lib/errors';
import { uploadEnv } from '@/lib/env';
import type { PictureChoice } from '@/lib/merchant/products/save-input';

interface Owner {
  readonly productId: number;
  readonly merchantId: number;
}

/** A picture on show by its number, or an upload that is not attached yet. */
type Chosen = number | JobRow;

/**
 * Gives the product the chosen pictures in the chosen order: the part of a transaction that has the product locked. Those
 * on show are moved, those not chosen taken away, uploads noted as the product's; none is attached yet.
 * @returns jobs that are gone, whose files nobody needs once the transaction is committed
 * @throws CallerError for a picture that is not there for this merchant, or is another product's
 */
export async function choosePictures(
  tx: Transaction,
  owner: Owner,
  choices: readonly PictureChoice[],
): Promise<JobRow[]> {
  refuseTooMany(choices);
  const open = await lockOpenJobsOf(tx, owner.productId);
  const chosen = await resolve(tx, owner, choices);
  const pictures = chosen.filter((one) => typeof one === 'number');
  const jobs = new Set(chosen.flatMap((one) => (typeof one === 'number' ? [] : one.id)));
  const gone = open.filter(({ id }) => !jobs.has(id));
  await deleteJobs(
    tx,
    gone.map(({ id }) => id),
  );
  await placePictures(tx, owner.productId, pictures);
  for (const [position, one] of chosen.entries()) {
    if (typeof one !== 'number') await changeJob(tx, one.id, { productId: owner.productId, position });
  }
  return gone;
}

async function resolve(tx: Transaction, owner: Owner, choices: readonly PictureChoice[]): Promise<Chosen[]> {
  const jobs = await lockJobs(
    tx,
    choices.flatMap((choice) => ('job' in choice ? choice.job : [])),
  );
  const known = new Map(jobs.map((job) => [job.id, job]));
  const shown = new Set(await shownPictures(tx, owner.productId));
  const chosen = choices.map((choice) =>
    'job' in choice ? ofJob(owner, shown, choice.job, known.get(choice.job)) : ofImage(shown, choice.image),
  );
  if (new Set(chosen).size < chosen.length) throw badPictures('one of them is there twice');
  return chosen;
}

/** An upload that has been attached since the page was made is the picture it has become. */
function ofJob(owner: Owner, shown: ReadonlySet<number>, id: number, job: JobRow | undefined): Chosen {
  const his = job?.merchantId === owner.merchantId;
  if (!job || !his || (job.productId !== null && job.productId !== owner.productId)) {
    throw badPictures(
      `there is no upload ${id}, or not for this product. Uploads that are not saved are kept for a day`,
    );
  }
  if (job.state !== 'attached') return job;
  return ofImage(shown, job.imageId ?? 0);
}

function ofImage(shown: ReadonlySet<number>, id: number): number {
  if (shown.has(id)) return id;
  throw badPictures(`the product has no picture ${id}`);
}

function refuseTooMany(choices: readonly PictureChoice[]): void {
  const most = uploadEnv().UPLOAD_PICTURES;
  if (choices.length > most) throw badPictures(`expected at most ${most}, got ${choices.length}`);
}

function badPictures(why: string): CallerError {
  return new CallerError('invalid-input', `The pictures were not accepted: ${why}.`, {
    fields: { pictures: why },
  });
}
