import type { Pixels } from '../squash';
import { BrowserFailure } from './failure';

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
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new BrowserFailure('no-memory', `no canvas of ${width}×${height} can be had`);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(upright, 0, 0, width, height);
  return { data: context.getImageData(0, 0, width, height).data, width, height, channels: 4 };
}
