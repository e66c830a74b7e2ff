import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { rgbaToThumbHash, thumbHashToRGBA } from 'thumbhash';
import { openPicture } from './decode';
import { MAX_PICTURE_WIDTH, PICTURE_WIDTHS } from './picture-widths';
import { damaged } from './refusals';

export interface PreparedPicture {
  /** Checksum of the largest stored copy, hex: the picture's name in the storage. */
  readonly sha256: string;
  /** Pixels of the largest stored copy. */
  readonly width: number;
  readonly height: number;
  /** Data URL of a few hundred characters: the picture's ThumbHash, drawn. */
  readonly placeholder: string;
  /** Narrowest first; the last one is the largest stored copy. */
  readonly sizes: readonly { readonly width: number; readonly webp: Buffer }[];
}

/**
 * Makes of an upload what is stored: upright sRGB WebP copies, with no metadata left, at the widths of
 * `PICTURE_WIDTHS` that are smaller than the picture, and one at its own width, at most 1,080.
 * Throws `PictureError`.
 */
export async function preparePicture(bytes: Uint8Array): Promise<PreparedPicture> {
  const largest = await decodeLargest(bytes);
  const widths = [...PICTURE_WIDTHS.filter((width) => width < largest.width), largest.width];
  const copies = widths.map(async (width) => ({ width, webp: await encode(largest, width) }));
  const [placeholder, ...sizes] = await Promise.all([drawPlaceholder(largest), ...copies]);
  const canonical = sizes.at(-1)!.webp;
  return {
    sha256: createHash('sha256').update(canonical).digest('hex'),
    width: largest.width,
    height: largest.height,
    placeholder,
    sizes,
  };
}

interface Rgb {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

async function decodeLargest(bytes: Uint8Array): Promise<Rgb> {
  const { width, pipeline } = await openPicture(bytes);
  const resized = pipeline().resize({ width: Math.min(width, MAX_PICTURE_WIDTH) });
  try {
    const { data, info } = await resized.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height };
  } catch (cause) {
    throw damaged(cause);
  }
}

function fromRgb({ data, width, height }: Rgb) {
  return sharp(data, { raw: { width, height, channels: 3 } });
}

function encode(picture: Rgb, width: number): Promise<Buffer> {
  // Effort 3 takes twice the time for 4 % fewer bytes.
  return fromRgb(picture).resize({ width }).webp({ quality: 82, effort: 2 }).toBuffer();
}

async function drawPlaceholder(picture: Rgb): Promise<string> {
  const small = fromRgb(picture).resize({ width: 100, height: 100, fit: 'inside' }).ensureAlpha();
  const { data, info } = await small.raw().toBuffer({ resolveWithObject: true });
  const { w, h, rgba } = thumbHashToRGBA(rgbaToThumbHash(info.width, info.height, data));
  const drawn = sharp(rgba, { raw: { width: w, height: h, channels: 4 } }).removeAlpha();
  const webp = await drawn.webp({ quality: 60, effort: 6 }).toBuffer();
  return `data:image/webp;base64,${webp.toString('base64')}`;
}
