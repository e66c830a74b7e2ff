/** Front door: pictures from upload to product. Server only. */
export type {
  JobErrorCode,
  JobState,
  PictureJob,
  QueueFigures,
  UploadErrorCode,
  UploadLimits,
} from '@/lib/merchant/pictures/types';

import type { Account, Scope } from '@/lib/auth/types';
import { NotReadyError } from '@/lib/errors';
import type { PictureJob, QueueFigures, UploadLimits } from '@/lib/merchant/pictures/types';

/**
 * Stores an upload and puts it into the queue. Limited per account.
 * @param merchantId whose picture it will be; an admin's choice, a merchant's own
 * @param size bytes as announced; must be what comes
 * @throws UploadRefused, TooManyRequests, CallerError when the account may not act for the merchant
 */
export async function acceptUpload(
  account: Account,
  merchantId: number,
  stream: AsyncIterable<Uint8Array>,
  fileName: string,
  size: number,
): Promise<PictureJob> {
  throw new NotReadyError(`${account.name} ${merchantId} ${String(stream)} ${fileName} ${size}`);
}

/** The same without an account and its limits, behind those of people: for imports. */
export async function enqueuePicture(
  merchantId: number,
  stream: AsyncIterable<Uint8Array>,
  fileName: string,
  size: number,
): Promise<PictureJob> {
  throw new NotReadyError(`${merchantId} ${String(stream)} ${fileName} ${size}`);
}

export function uploadLimits(): UploadLimits {
  return { pictures: 10, bytes: 20 * 1024 * 1024 };
}

/** Those of the pictures that are there for this scope, in no particular order. */
export async function jobStates(scope: Scope, ids: readonly number[]): Promise<PictureJob[]> {
  throw new NotReadyError(`${JSON.stringify(scope)} ${ids.join()}`);
}

/** Pictures of a product that are not attached yet, with their place among all of its pictures: for the edit page. */
export async function picturesUnderWay(
  scope: Scope,
  productId: number,
): Promise<readonly (PictureJob & { readonly position: number })[]> {
  throw new NotReadyError(`${JSON.stringify(scope)} ${productId}`);
}

/** Puts a failed picture back into the queue. @throws CallerError not-found, also when it has not failed */
export async function retryJob(scope: Scope, id: number): Promise<PictureJob> {
  throw new NotReadyError(`${JSON.stringify(scope)} ${id}`);
}

/** Forgets a picture that is not attached yet, with its file; of a saved product, its place closes up. */
export async function cancelUpload(scope: Scope, id: number): Promise<void> {
  throw new NotReadyError(`${JSON.stringify(scope)} ${id}`);
}

/** Works the queue until the signal, then finishes what it has, or gives it back. */
export async function runWorker(options: {
  readonly signal: AbortSignal;
  readonly id: string;
}): Promise<void> {
  throw new NotReadyError(options.id);
}

/** How the queue is doing: for the engine room. */
export async function pictureQueue(): Promise<QueueFigures> {
  throw new NotReadyError('queue');
}
