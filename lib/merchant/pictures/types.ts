/** What the pages know of a picture on its way to a product. Plain data and pure functions: safe for any component. */

/**
 *   waiting ─► working ─► ready ─► attached
 *                 └─────► failed
 *
 * `ready`: seen by the network, not yet a product's. `attached`: shown to shoppers, or replaced since.
 */
export const JOB_STATES = ['waiting', 'working', 'ready', 'attached', 'failed'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** Why a picture failed after its upload. The words are `register.jobErrors.<code>` of the messages. */
export const JOB_ERRORS = [
  'empty',
  'damaged',
  'unsupported-format',
  'too-many-pixels',
  'too-many-bytes',
  'no-activation',
  'worker-lost',
  'unexpected',
] as const;
export type JobErrorCode = (typeof JOB_ERRORS)[number];

/** Why an upload was refused at once, nearly always of the file's own fault; words as above. */
export const UPLOAD_ERRORS = [
  'empty',
  'damaged',
  'unsupported-format',
  'heic',
  'too-many-pixels',
  'too-many-bytes',
  'length-missing',
  'length-differs',
  'too-many-unsaved',
] as const;
export type UploadErrorCode = (typeof UPLOAD_ERRORS)[number];

export interface PictureJob {
  readonly id: number;
  readonly state: JobState;
  /** The file's name on the merchant's side. */
  readonly fileName: string;
  /** Only with `failed`. */
  readonly errorCode: JobErrorCode | null;
  /** A few blurred pixels as a data URL; null until the picture was made ready. */
  readonly placeholder: string | null;
  /** Address without a size, `/media/…`; null until the picture was made ready. */
  readonly src: string | null;
  /** Pixels of the largest stored size; null until the picture was made ready. */
  readonly width: number | null;
  readonly height: number | null;
  /** The product it belongs to, once that is saved. */
  readonly productId: number | null;
}

/** Whether nothing more happens to it by itself. A `ready` picture waits for its product to be saved. */
export function isSettled(state: JobState): boolean {
  return state === 'ready' || state === 'attached' || state === 'failed';
}

/** What may be uploaded: the settings of the process, for the page to say beforehand. */
export interface UploadLimits {
  /** Pictures per product. */
  readonly pictures: number;
  /** Bytes per picture. */
  readonly bytes: number;
}

/** How the queue of pictures is doing. */
export interface QueueFigures {
  /** Waiting and due, or to be tried again later. */
  readonly waiting: number;
  readonly working: number;
  readonly ready: number;
  readonly failed: number;
  /** Seconds since the longest waiting due picture came; null when none waits. */
  readonly oldestWaitingSeconds: number | null;
  /** Pictures made ready in the last minute, divided by 60. */
  readonly picturesPerSecond: number;
}
