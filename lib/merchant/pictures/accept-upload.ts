import { randomUUID } from 'node:crypto';
import { merchantExists } from '@/db/queries/categories';
import { insertJob, jobsByIds, unsavedOf } from '@/db/queries/image-jobs';
import { inScope, scopeOf } from '@/lib/auth/scope';
import type { Account } from '@/lib/auth/types';
import { database } from '@/lib/database';
import { uploadEnv } from '@/lib/env';
import { CallerError } from '@/lib/errors';
import { checkedStream } from '@/lib/merchant/pictures/checked-stream';
import { toPictureJob } from '@/lib/merchant/pictures/picture-job';
import type { PictureJob, UploadLimits } from '@/lib/merchant/pictures/types';
import { UPLOADS } from '@/lib/merchant/pictures/upload-files';
import { refused } from '@/lib/merchant/pictures/upload-refused';
import { shownName } from '@/lib/merchant/shown-name';
import { rateLimit } from '@/lib/rate-limit';
import { storage } from '@/lib/storage';
import { PictureError, refuseByLength } from '@/lib/vision';
import { wake } from '@/lib/wake-ups';

/** Somebody who registers products by hand sends a few at once; who sends more than this is a program. */
const UPLOADS_PER_MINUTE = 120;
/** See `lane` of the table. */
const LANE = { person: 1, import: 2 };

/** What may be uploaded. */
export function uploadLimits(): UploadLimits {
  const { UPLOAD_PICTURES, UPLOAD_MB } = uploadEnv();
  return { pictures: UPLOAD_PICTURES, bytes: UPLOAD_MB * 1024 * 1024 };
}

/**
 * Stores an upload and puts it into the queue. Limited per account, and by what the merchant has not saved yet.
 * @param merchantId whose picture it will be: an admin's choice, a merchant's own
 * @param size bytes as announced; must be what comes
 * @throws UploadRefused for the file; TooManyRequests; CallerError `not-found` for a merchant that is not the account's
 */
export async function acceptUpload(
  account: Account,
  merchantId: number,
  stream: AsyncIterable<Uint8Array>,
  fileName: string,
  size: number,
): Promise<PictureJob> {
  if (!inScope(scopeOf(account), merchantId) || !(await merchantExists(database(), merchantId))) {
    throw new CallerError('not-found', `There is no merchant ${merchantId}.`);
  }
  await rateLimit('upload', account.userId, { points: UPLOADS_PER_MINUTE, seconds: 60 });
  await requireRoom(merchantId, size);
  return enqueue(merchantId, stream, fileName, size, LANE.person);
}

/** The same without an account and its limit, behind what people send: for imports. */
export async function enqueuePicture(
  merchantId: number,
  stream: AsyncIterable<Uint8Array>,
  fileName: string,
  size: number,
): Promise<PictureJob> {
  return enqueue(merchantId, stream, fileName, size, LANE.import);
}

async function enqueue(
  merchantId: number,
  stream: AsyncIterable<Uint8Array>,
  fileName: string,
  size: number,
  lane: number,
): Promise<PictureJob> {
  refuseSize(size);
  const uploadKey = `${UPLOADS}/${randomUUID()}`;
  await storage().putStream(uploadKey, checkedStream(stream, size));
  const db = database();
  const job = { merchantId, uploadKey, fileName: shownName(fileName), bytes: size, lane };
  const id = await insertJob(db, job).catch(async (error: unknown) => {
    await storage().delete(uploadKey);
    throw error;
  });
  wake('dalma:picture-work');
  const [row] = await jobsByIds(db, 'all', [id]);
  if (!row) throw new CallerError('not-found', `The picture ${id} was cancelled.`);
  return toPictureJob(row);
}

/** Uploads that come at the same time do not count each other: together they go a little past the limit, once. */
async function requireRoom(merchantId: number, size: number): Promise<void> {
  const { UPLOAD_UNSAVED_PICTURES: most, UPLOAD_UNSAVED_MB: mostMb } = uploadEnv();
  const { pictures, bytes } = await unsavedOf(database(), merchantId);
  const tooMany = pictures >= most || bytes + size > mostMb * 1024 * 1024;
  if (!tooMany) return;
  throw refused(
    'too-many-unsaved',
    `${pictures} pictures of this merchant are uploaded and not saved: expected at most ${most}, of ${mostMb} MB together. Save their products or remove some, then upload again.`,
  );
}

function refuseSize(size: number): void {
  if (!Number.isSafeInteger(size) || size < 0) {
    throw refused(
      'length-missing',
      'The request does not say how many bytes it sends: expected Content-Length.',
    );
  }
  try {
    refuseByLength(size, uploadLimits().bytes);
  } catch (error) {
    if (!(error instanceof PictureError)) throw error;
    throw refused(error.code === 'empty' ? 'empty' : 'too-many-bytes', error.message);
  }
}
