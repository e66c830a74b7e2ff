import sharp, { type Sharp } from 'sharp';
import { damaged, refuseByFormat, refuseByLength, refuseBySize, SAFE } from './refusals';
import type { Pixels } from './squash';

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

function normalised(picture: Sharp): Sharp {
  return picture.autoOrient().flatten({ background: '#ffffff' }).toColourspace('srgb');
}

async function rgb(picture: Sharp): Promise<{ data: Buffer; width: number; height: number; channels: 3 }> {
  const { data, info } = await picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new TypeError(`decoded to ${info.channels} channels, expected 3`);
  return { data, width: info.width, height: info.height, channels: 3 };
}

async function readHeader(bytes: Uint8Array): Promise<{ width: number; height: number; turned: boolean }> {
  refuseByLength(bytes.length);
  refuseByFormat(bytes);
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
