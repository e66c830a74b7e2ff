import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { preparePicture } from './prepare-picture';
import { rasterise } from './rasterise';

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
  <rect width="100" height="100" fill="#f4e9d8"/><circle cx="40" cy="55" r="30" fill="#c0392b"/></svg>`;
const picture = (width: number, height: number) => rasterise(drawing, width, height, 90);

describe('preparePicture', () => {
  test.each([
    [1600, 1200, [160, 320, 640, 1080], 810],
    [1080, 1080, [160, 320, 640, 1080], 1080],
    [500, 250, [160, 320, 500], 250],
    [160, 90, [160], 90],
    [20, 30, [20], 30],
  ])(
    '%i×%i is kept at widths that do not enlarge it, its own or 1,080 the last',
    async (width, height, widths, tall) => {
      const prepared = await preparePicture(await picture(width, height));
      expect(prepared.sizes.map((size) => size.width)).toEqual(widths);
      expect(prepared).toMatchObject({ width: widths.at(-1), height: tall });
      const found = await Promise.all(prepared.sizes.map(({ webp }) => sharp(webp).metadata()));
      expect(found.map(({ width, format }) => [width, format])).toEqual(
        widths.map((width) => [width, 'webp']),
      );
      expect(found.at(-1)?.height).toBe(tall);
    },
  );

  test('its name is the checksum of the largest copy, the same each time', async () => {
    const bytes = await picture(700, 500);
    const [one, two] = await Promise.all([preparePicture(bytes), preparePicture(bytes)]);
    expect(one.sha256).toBe(createHash('sha256').update(one.sizes.at(-1)!.webp).digest('hex'));
    expect(two).toEqual(one);
  });

  test('where and with what it was taken is not stored', async () => {
    const tagged = await sharp(await picture(300, 200))
      .withExif({ IFD0: { Make: 'CameraMaker' }, IFD3: { GPSLatitude: '37/1 33/1 0/1' } })
      .withIccProfile('p3')
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">someone</x:xmpmeta>')
      .jpeg()
      .toBuffer();
    const { exif, icc, xmp } = await sharp(tagged).metadata();
    expect([exif, icc, xmp].every(Boolean)).toBe(true);
    for (const { webp } of (await preparePicture(tagged)).sizes) {
      const left = await sharp(webp).metadata();
      expect([left.exif, left.icc, left.xmp, left.orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
    }
  });

  test('a picture taken sideways is stored upright', async () => {
    const sideways = await sharp(await picture(400, 300))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(await preparePicture(sideways)).toMatchObject({ width: 300, height: 400 });
  });

  test('the placeholder is a short picture of the same shape and colour', async () => {
    const bytes = await picture(800, 400);
    const { placeholder } = await preparePicture(bytes);
    expect(placeholder).toMatch(/^data:image\/webp;base64,/);
    expect(placeholder.length).toBeLessThan(500);
    const drawn = sharp(Buffer.from(placeholder.split(',')[1]!, 'base64'));
    const { width, height } = await drawn.metadata();
    expect(Math.abs(width / height - 2)).toBeLessThan(0.3);
    const [blurred, full] = [await drawn.stats(), await sharp(bytes).stats()];
    full.channels.forEach(({ mean }, i) =>
      expect(Math.abs(blurred.channels[i]!.mean - mean)).toBeLessThan(10),
    );
  });

  test('a damaged upload is the mistake of the sender', async () => {
    const whole = await picture(300, 300);
    await expect(preparePicture(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({
      name: 'PictureError',
      code: 'damaged',
    });
  });
});

describe('rasterise', () => {
  test('draws at the size asked for, sharp edges included, transparent parts white', async () => {
    const half = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h5v10H0z"/></svg>';
    const { data, info } = await sharp(await rasterise(half, 640, 640, 95))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, info.channels]).toEqual([640, 640, 3]);
    const row = 320 * 640 * 3;
    const [left, right] = [data[row + 312 * 3]!, data[row + 328 * 3]!];
    expect(left).toBeLessThan(8);
    expect(right).toBeGreaterThan(247);
  });
});
