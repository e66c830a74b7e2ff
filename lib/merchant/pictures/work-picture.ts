import { buffer } from 'node:stream/consumers';
import {
  markFailed,
  markReady,
  nameFiles,
  postpone,
  productOfJob,
  type HeldJob,
  type PictureFacts,
} from '@/db/queries/image-jobs';
import { encodeTopFilters, storePicture } from '@/lib/catalogue/writing';
import { database } from '@/lib/database';
import { DalmaError, messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import { attachProduct } from '@/lib/merchant/pictures/attach-product';
import type { JobErrorCode } from '@/lib/merchant/pictures/types';
import { removeUnusedSizes } from '@/lib/merchant/pictures/upload-files';
import { storage } from '@/lib/storage';
import {
  PictureError,
  preparePicture,
  type Extractor,
  type PreparedPicture,
  type Signature,
} from '@/lib/vision';
import { wake } from '@/lib/wake-ups';
import { within } from '@/lib/within';

/** How often a picture is tried when the failure is ours. */
const MOST_ATTEMPTS = 5;
/** Pauses before the next attempt: 1, 4, 16, 64 s. */
const FIRST_PAUSE_MS = 1_000;
const PAUSE_GROWS = 4;
/** A large picture takes a second or two. */
const LONGEST_MS = 60_000;

/**
 * Makes an uploaded picture ready: display sizes, placeholder, signature; and shows it, if its product is saved. What is
 * wrong with the picture is final and kept for its merchant; what is wrong with us is tried again later. Fails only when
 * the database does.
 */
export async function workPicture(job: HeldJob, extractor: Extractor): Promise<void> {
  try {
    await within(LONGEST_MS, makeReady(job, extractor), tooLong);
  } catch (error) {
    if (error instanceof PictureError) await markFailed(database(), job, codeOf(error), error.message);
    else await ourFailure(job, error);
  }
  wake('dalma:picture-states');
}

function tooLong(): DalmaError {
  return new DalmaError(`It took longer than ${LONGEST_MS / 1_000} s.`);
}

async function makeReady(job: HeldJob, extractor: Extractor): Promise<void> {
  const bytes = await uploaded(job);
  const [prepared, [signature]] = await Promise.all([preparePicture(bytes), extractor.extract([bytes])]);
  if (!signature) throw new DalmaError('The extractor gave no signature for a picture.');
  const db = database();
  if (!(await nameFiles(db, job, prepared.sha256))) return;
  await storePicture(prepared);
  if (!(await markReady(db, job, factsOf(prepared, signature)))) return removeUnusedSizes(prepared.sha256);
  const productId = await productOfJob(db, job.id);
  if (productId !== null) await attachProduct(productId);
}

async function uploaded({ uploadKey }: HeldJob): Promise<Buffer> {
  const file = await storage().open(uploadKey);
  if (!file) throw new DalmaError(`The upload ${uploadKey} is not in the storage.`);
  return buffer(file.stream);
}

function factsOf(
  { sha256, width, height, placeholder }: PreparedPicture,
  signature: Signature,
): PictureFacts {
  const { modelId, topFilters, featureBits, intensityBytes } = signature;
  return {
    ...{ sha256, width, height, placeholder, modelId, featureBits },
    topFilters: encodeTopFilters(topFilters),
    intensities: intensityBytes,
  };
}

async function ourFailure(job: HeldJob, error: unknown): Promise<void> {
  const { id, attempts } = job;
  log().error({ job: id, attempts, error: messageOf(error) }, 'A picture could not be made ready');
  if (attempts >= MOST_ATTEMPTS) await markFailed(database(), job, 'unexpected', messageOf(error));
  else await postpone(database(), job, pauseBefore(attempts + 1), messageOf(error));
}

/** @param attempt 2 is the first that is made again */
function pauseBefore(attempt: number): number {
  return FIRST_PAUSE_MS * PAUSE_GROWS ** (attempt - 2);
}

function codeOf({ code }: PictureError): JobErrorCode {
  if (code === 'no-signature') return 'no-activation';
  return code === 'heic' ? 'unsupported-format' : code;
}
