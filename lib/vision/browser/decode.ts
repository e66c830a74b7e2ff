import type { Pixels } from '../squash';
import { averageInto } from './average';
import { BrowserFailure } from './failure';
import { boxOf, reduce } from './reduce';

/** Pixels that are read from the browser at a time: a picture of 50 megapixels is never in memory a second time. */
const BAND_PIXELS = 4_000_000;

/**
 * Decodes a picture and reduces each side to at most `maxSide` pixels, as the server does: first frame, upright by
 * EXIF, sRGB, what is transparent on white.
 * @throws BrowserFailure `picture-unreadable` for a file this browser cannot decode
 */
export async function decodePixels(picture: Blob, maxSide: number): Promise<Pixels> {
  const upright = await decode(picture);
  try {
    return reduced(upright, Math.min(upright.width, maxSide), Math.min(upright.height, maxSide));
  } finally {
    upright.close();
  }
}

async function decode(picture: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(picture, { imageOrientation: 'from-image' });
  } catch (cause) {
    throw new BrowserFailure('picture-unreadable', 'this browser cannot decode the file', { cause });
  }
}

function reduced(upright: ImageBitmap, width: number, height: number): Pixels {
  const box = { width: boxOf(upright.width, width), height: boxOf(upright.height, height) };
  const averaged = average(upright, box);
  const exact = { width: upright.width / box.width, height: upright.height / box.height };
  return { ...reduce(averaged, exact, width, height), channels: 3 };
}

function average(upright: ImageBitmap, box: { readonly width: number; readonly height: number }) {
  const width = Math.ceil(upright.width / box.width);
  const height = Math.ceil(upright.height / box.height);
  const data = new Uint8ClampedArray(width * height * 3);
  const rows = Math.max(1, Math.floor(BAND_PIXELS / upright.width / box.height));
  for (let top = 0; top < height; top += rows) {
    const band = { top: top * box.height, height: rows * box.height };
    const size = { width: upright.width, height: Math.min(band.height, upright.height - band.top) };
    averageInto(data, top, pixelsOf(upright, band.top, size.height), size, box);
  }
  return { data, width, height };
}

/** Some rows of the picture, on white. */
function pixelsOf(upright: ImageBitmap, top: number, height: number): Uint8ClampedArray {
  const { width } = upright;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new BrowserFailure('no-memory', `no canvas of ${width}×${height} can be had`);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(upright, 0, -top);
  return context.getImageData(0, 0, width, height).data;
}
