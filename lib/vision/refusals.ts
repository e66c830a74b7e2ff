import type { SharpOptions } from 'sharp';
import { PictureError } from './errors';
import { looksLikeHeic, pictureFormat } from './picture-format';

/** Limits of what is decoded at all: 50 megapixels is what phones take. */
export const MAX_PICTURE_BYTES = 32 * 1024 * 1024;
export const MAX_PICTURE_PIXELS = 50_000_000;
/** WebP can hold no longer side. */
export const MAX_PICTURE_SIDE = 16_383;

/** How files from outside are opened. */
export const SAFE: SharpOptions = { failOn: 'error', limitInputPixels: MAX_PICTURE_PIXELS };

/** The error for a picture whose header was fine and whose content is not. */
export function damaged(cause: unknown): PictureError {
  const message = 'The picture is damaged or cut off: export or download it again, then send the new file.';
  return new PictureError('damaged', message, { cause });
}

/** @throws PictureError for a file without bytes, or with too many */
export function refuseByLength(length: number, most = MAX_PICTURE_BYTES): void {
  if (length === 0) throw new PictureError('empty', 'The file is empty: send a picture.');
  if (length <= most) return;
  throw new PictureError(
    'too-many-bytes',
    `The file has ${megabytes(length)} MB, at most ${megabytes(most)} MB are taken: save it smaller and send it again.`,
  );
}

/** @throws PictureError for a kind of file that is not read, told by its first bytes */
export function refuseByFormat(head: Uint8Array): void {
  if (pictureFormat(head) !== null) return;
  if (looksLikeHeic(head)) {
    throw new PictureError(
      'heic',
      'The file is a HEIC picture, which cannot be read here: share or export it as JPEG and send that. ' +
        'An iPhone takes JPEG from the start with Settings, Camera, Formats, Most Compatible.',
    );
  }
  throw new PictureError(
    'unsupported-format',
    'The file is not a picture we can read: send it as JPEG, PNG, WebP, AVIF, GIF or TIFF.',
  );
}

/** @throws PictureError for too many pixels, or too many on one side */
export function refuseBySize(width: number, height: number): void {
  const fits = width * height <= MAX_PICTURE_PIXELS && Math.max(width, height) <= MAX_PICTURE_SIDE;
  if (fits) return;
  throw new PictureError(
    'too-many-pixels',
    `The picture has ${width}×${height} pixels, at most ${MAX_PICTURE_PIXELS / 1e6} million and ` +
      `${MAX_PICTURE_SIDE} on one side are taken: make it smaller and send it again.`,
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
