import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { decodePixels, openPicture } from './decode';
import { MAX_PICTURE_BYTES } from './refusals';
import { PictureError } from './errors';

const WIDTH = 61;
const HEIGHT = 40;

/** RGB of a picture in which no two places look alike. */
const scene = Buffer.from(
  Array.from({ length: WIDTH * HEIGHT }, (_, i) => [
    (i % WIDTH) * 4,
    Math.floor(i / WIDTH) * 6,
    (i * 37) % 256,
  ]).flat(),
);
const raw = (data: Buffer, width: number, height: number, channels: 1 | 2 | 3 | 4 = 3): Sharp =>
  sharp(data, { raw: { width, height, channels } });
const encodedScene = () => raw(scene, WIDTH, HEIGHT);

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'nothing was refused',
    (error: unknown) => error,
  );
}

/** What a camera stores so that a viewer that obeys the orientation shows the scene (TIFF 6.0, tag 274). */
function stored(orientation: number): Sharp {
  const sideways = orientation >= 5;
  const [width, height] = sideways ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT];
  const data = Buffer.alloc(scene.length);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const [row, column] = [
        [y, x],
        [y, WIDTH - 1 - x],
        [HEIGHT - 1 - y, WIDTH - 1 - x],
        [HEIGHT - 1 - y, x],
        [x, y],
        [WIDTH - 1 - x, y],
        [WIDTH - 1 - x, HEIGHT - 1 - y],
        [x, HEIGHT - 1 - y],
      ][orientation - 1] as [number, number];
      scene.copy(data, (row * width + column) * 3, (y * WIDTH + x) * 3, (y * WIDTH + x) * 3 + 3);
    }
  }
  return raw(data, width, height).withMetadata({ orientation });
}

describe('orientation', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'EXIF orientation %i gives the very pixels of the upright picture',
    async (o) => {
      const picture = await stored(o).png().toBuffer();
      expect((await sharp(picture).metadata()).orientation).toBe(o);
      expect(await decodePixels(picture, 448)).toMatchObject({ width: WIDTH, height: HEIGHT, data: scene });
    },
  );

  test.each([2, 3, 4, 5, 6, 7, 8])('also when the picture is reduced: orientation %i', async (o) => {
    const upright = await encodedScene().png().toBuffer();
    const picture = await stored(o).png().toBuffer();
    expect(await decodePixels(picture, 23)).toEqual(await decodePixels(upright, 23));
  });

  test('the size told is the upright one', async () => {
    const picture = await stored(6).jpeg().toBuffer();
    expect(await openPicture(picture)).toMatchObject({ width: WIDTH, height: HEIGHT });
  });
});

describe('kinds of pictures', () => {
  test.each([
    ['PNG', (s: Sharp) => s.png(), 0],
    ['TIFF', (s: Sharp) => s.tiff({ compression: 'lzw' }), 0],
    ['WebP', (s: Sharp) => s.webp({ lossless: true }), 0],
    ['16-bit PNG', (s: Sharp) => s.toColourspace('rgb16').png(), 1],
    ['AVIF', (s: Sharp) => s.avif({ lossless: true, chromaSubsampling: '4:4:4' }), 3],
  ])('%s is decoded to its own pixels', async (_, encode, tolerance) => {
    const { data, channels } = await decodePixels(await encode(encodedScene()).toBuffer(), 448);
    expect(channels).toBe(3);
    expect(greatestDifference(data, scene)).toBeLessThanOrEqual(tolerance);
  });

  const flat = (channels: 3 | 4, background: object): Sharp =>
    sharp({ create: { width: 32, height: 32, channels, background } });
  const red = { r: 200, g: 40, b: 40 };

  test.each([
    ['JPEG', flat(3, red).jpeg({ quality: 95 }), [200, 40, 40], 3],
    ['CMYK JPEG', flat(3, red).toColourspace('cmyk').jpeg({ quality: 95 }), [200, 40, 40], 25],
    ['greyscale PNG', flat(3, { r: 90, g: 90, b: 90 }).toColourspace('b-w').png(), [90, 90, 90], 1],
    ['16-bit greyscale PNG', flat(3, { r: 90, g: 90, b: 90 }).toColourspace('grey16').png(), [90, 90, 90], 1],
    ['GIF', flat(3, red).gif(), [200, 40, 40], 8],
    ['half transparent PNG', flat(4, { r: 0, g: 0, b: 0, alpha: 0.5 }).png(), [127, 127, 127], 1],
    ['transparent WebP', flat(4, { ...red, alpha: 0 }).webp({ lossless: true }), [255, 255, 255], 0],
    [
      'transparent 16-bit PNG',
      flat(4, { ...red, alpha: 0 })
        .toColourspace('rgb16')
        .png(),
      [255, 255, 255],
      1,
    ],
  ])('%s becomes RGB, what is transparent white', async (_, picture, colour, tolerance) => {
    const { data, channels } = await decodePixels(await picture.toBuffer(), 448);
    expect(channels).toBe(3);
    const expected = Buffer.from(Array.from({ length: 32 * 32 }, () => colour).flat());
    expect(greatestDifference(data, expected)).toBeLessThanOrEqual(tolerance);
  });

  test.each(['gif', 'webp'] as const)('of an animated %s the first frame counts', async (format) => {
    const frames = await Promise.all(
      [red, { r: 0, g: 0, b: 250 }].map((colour) => flat(3, colour).png().toBuffer()),
    );
    const animated = await sharp(frames, { join: { animated: true } })
      .toFormat(format, { lossless: true })
      .toBuffer();
    expect((await sharp(animated).metadata()).pages).toBe(2);
    const { data, height } = await decodePixels(animated, 448);
    expect(height).toBe(32);
    expect(greatestDifference(data.subarray(0, 3), Buffer.from([200, 40, 40]))).toBeLessThanOrEqual(8);
  });

  test('a long thin picture is not reduced on its short side', async () => {
    const thin = await flat(3, red).resize(2000, 30, { fit: 'fill' }).png().toBuffer();
    expect(await decodePixels(thin, 448)).toMatchObject({ width: 448, height: 30 });
  });
});

describe('refusals', () => {
  test.each(['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const)(
    'a %s cut off is damaged',
    async (format) => {
      const whole = await encodedScene().toFormat(format).toBuffer();
      const error = await errorOf(decodePixels(whole.subarray(0, Math.floor(whole.length * 0.7)), 448));
      expect(error).toBeInstanceOf(PictureError);
      expect(error).toMatchObject({
        code: 'damaged',
        message: expect.stringContaining('damaged or cut off'),
      });
    },
  );

  test('an empty file is refused as empty', async () => {
    expect(await errorOf(decodePixels(Buffer.alloc(0), 448))).toMatchObject({ code: 'empty' });
  });

  test.each([
    ['text', Buffer.from('hello, I am photo.jpg')],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['PDF', Buffer.from('%PDF-1.7\n1 0 obj')],
    ['HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
    ['WAV', Buffer.from('RIFF\x24\0\0\0WAVEfmt ')],
  ])('%s is no picture for us', async (_, bytes) => {
    expect(await errorOf(decodePixels(bytes, 448))).toMatchObject({ code: 'unsupported-format' });
  });

  test('a file of too many bytes is refused before anything looks into it', async () => {
    const error = await errorOf(decodePixels(Buffer.alloc(MAX_PICTURE_BYTES + 1), 448));
    expect(error).toMatchObject({ code: 'too-many-bytes' });
  });

  test('a decompression bomb is refused by the pixels its header announces', async () => {
    const bomb = await encodedScene().jpeg().toBuffer();
    const frame = bomb.indexOf(Buffer.from([0xff, 0xc0]));
    bomb.writeUInt16BE(16_000, frame + 5);
    bomb.writeUInt16BE(16_000, frame + 7);
    const error = await errorOf(decodePixels(bomb, 448));
    expect(error).toMatchObject({ code: 'too-many-pixels', message: expect.stringContaining('16000×16000') });
  });

  test('a picture with a side that no display copy could have is refused', async () => {
    const ribbon = await sharp({ create: { width: 20_000, height: 2, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(await errorOf(decodePixels(ribbon, 448))).toMatchObject({ code: 'too-many-pixels' });
  });
});

function greatestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
}
