import sharp, { type Sharp, type SharpOptions } from 'sharp';
import { PictureError } from './errors';
import { pictureFormat } from './picture-format';
import type { Pixels } from './squash';

/** Limits of what is decoded at all: 50 megapixels is what phones take. */
export const MAX_PICTURE_BYTES = 32 * 1024 * 1024;
export const MAX_PICTURE_PIXELS = 50_000_000;
/** WebP can hold no longer side. */
export const MAX_PICTURE_SIDE = 16_383;

export interface OpenPicture {
  /** Upright size in pixels. */
  readonly width: number;
  readonly height: number;
  /** A fresh pipeline: first frame, upright, sRGB with 8 bits, alpha on white. */
  readonly pipeline: () => Sharp;
}

/**
 * Looks at the header only: format, pixels, orientation. Nothing is decoded before the limits are checked.
 * Throws `PictureError`.
 */
export async function openPicture(bytes: Uint8Array): Promise<OpenPicture> {
  const { width, height } = await readHeader(bytes);
  return { width, height, pipeline: () => normalised(sharp(bytes, SAFE)) };
}

/**
 * Decodes a picture and reduces each side to at most `maxSide` pixels. EXIF orientation is undone before the
 * reduction, so that a turned copy gives the very pixels of the upright one. Throws `PictureError`.
 */
export async function decodePixels(bytes: Uint8Array, maxSide: number): Promise<Pixels> {
  const { width, height, turned } = await readHeader(bytes);
  const reduced = { width: Math.min(width, maxSide), height: Math.min(height, maxSide) };
  try {
    if (!turned) return await rgb(normalised(sharp(bytes, SAFE)).resize({ ...reduced, fit: 'fill' }));
    const upright = await rgb(normalised(sharp(bytes, SAFE)));
    return await rgb(sharp(upright.data, { raw: upright }).resize({ ...reduced, fit: 'fill' }));
  } catch (cause) {
    throw damaged(cause);
  }
}

/** The error for a picture whose header was fine and whose content is not. */
export function damaged(cause: unknown): PictureError {
  const message = 'The picture is damaged or cut off: export or download it again, then send the new file.';
  return new PictureError('damaged', message, { cause });
}

const SAFE: SharpOptions = { failOn: 'error', limitInputPixels: MAX_PICTURE_PIXELS };

function normalised(picture: Sharp): Sharp {
  return picture.autoOrient().flatten({ background: '#ffffff' }).toColourspace('srgb');
}

async function rgb(picture: Sharp): Promise<{ data: Buffer; width: number; height: number; channels: 3 }> {
  const { data, info } = await picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new TypeError(`decoded to ${info.channels} channels, expected 3`);
  return { data, width: info.width, height: info.height, channels: 3 };
}

async function readHeader(bytes: Uint8Array): Promise<{ width: number; height: number; turned: boolean }> {
  refuseByBytes(bytes);
  const { width, height, orientation = 1 } = await metadata(bytes);
  refuseBySize(width, height);
  const sideways = orientation >= 5;
  return { width: sideways ? height : width, height: sideways ? width : height, turned: orientation > 1 };
}

async function metadata(bytes: Uint8Array) {
  try {
    return await sharp(bytes, { ...SAFE, limitInputPixels: false }).metadata();
  } catch (cause) {
    throw damaged(cause);
  }
}

function refuseByBytes(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new PictureError('empty', 'The file is empty: send a picture.');
  if (bytes.length > MAX_PICTURE_BYTES) {
    throw new PictureError(
      'too-many-bytes',
      `The file has ${megabytes(bytes.length)} MB, at most ${megabytes(MAX_PICTURE_BYTES)} MB are taken: ` +
        'save it smaller and send it again.',
    );
  }
  if (pictureFormat(bytes) === null) {
    throw new PictureError(
      'unsupported-format',
      'The file is not a picture we can read: send it as JPEG, PNG, WebP, AVIF, GIF or TIFF.',
    );
  }
}

function refuseBySize(width: number, height: number): void {
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
