import type { Transaction } from '@/db';
import {
  changeJob,
  deleteJobs,
  jobsByIds,
  lockJobs,
  lockOpenJobsOf,
  type JobRow,
} from '@/db/queries/image-jobs';
import { placePictures, shownPictures } from '@/db/queries/place-pictures';
import { CallerError } from '@/lib/errors';
import { uploadEnv } from '@/lib/env';
import { inOrder } from '@/lib/merchant/pictures/places';
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
 * @param known what the sender knew of: anything else has come from elsewhere meanwhile and stays, last. Left out: all
 * @returns jobs that are gone, whose files nobody needs once the transaction is committed
 * @throws CallerError for a picture that is not there for this merchant, or is another product's
 */
export async function choosePictures(
  tx: Transaction,
  owner: Owner,
  choices: readonly PictureChoice[],
  known?: readonly PictureChoice[],
): Promise<JobRow[]> {
  refuseTooMany(choices.length);
  const open = await lockOpenJobsOf(tx, owner.productId);
  const named = await resolve(tx, owner, choices);
  const others = known ? await unknownOnes(tx, owner, open, [...choices, ...known]) : [];
  refuseTooMany(named.length + others.length, others.length);
  const chosen = [...named, ...others];
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

/** The product's pictures that are none of the known ones, in their order. An upload may have become a picture since. */
async function unknownOnes(
  tx: Transaction,
  owner: Owner,
  open: readonly JobRow[],
  known: readonly PictureChoice[],
): Promise<Chosen[]> {
  const ids = known.flatMap((one) => ('job' in one ? one.job : []));
  const become = (await jobsByIds(tx, { merchantId: owner.merchantId }, ids)).flatMap(
    ({ imageId }) => imageId ?? [],
  );
  const images = new Set([...become, ...known.flatMap((one) => ('image' in one ? one.image : []))]);
  const shown = await shownPictures(tx, owner.productId);
  return inOrder(
    open.filter(({ id }) => !ids.includes(id)),
    shown.filter((id) => !images.has(id)),
  );
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

/** @param others how many of them came from elsewhere */
function refuseTooMany(count: number, others = 0): void {
  const most = uploadEnv().UPLOAD_PICTURES;
  if (count <= most) return;
  const because = others > 0 ? `, ${others} of them added elsewhere meanwhile: load the page again` : '';
  throw badPictures(`expected at most ${most}, got ${count}${because}`);
}

function badPictures(why: string): CallerError {
  return new CallerError('invalid-input', `The pictures were not accepted: ${why}.`, {
    fields: { pictures: why },
  });
}
