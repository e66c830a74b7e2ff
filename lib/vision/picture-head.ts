import sharp from 'sharp';
import { PictureError } from './errors';
import { damaged, refuseByFormat, refuseBySize, SAFE } from './refusals';

/** So many first bytes tell the size of nearly every picture; the others are measured when they are decoded. */
export const HEAD_BYTES = 64 * 1024;

/**
 * Refuses by its first bytes alone what is no picture, or one with too many pixels.
 * @param whole whether these are all the bytes there are
 * @throws PictureError
 */
export async function checkHead(head: Uint8Array, whole: boolean): Promise<void> {
  refuseByFormat(head);
  try {
    const { width, height } = await sharp(head, { ...SAFE, limitInputPixels: false }).metadata();
    refuseBySize(width, height);
  } catch (error) {
    if (error instanceof PictureError) throw error;
    if (whole) throw damaged(error);
  }
}
