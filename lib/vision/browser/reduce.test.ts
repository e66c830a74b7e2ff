import sharp from 'sharp';
import { expect, it } from 'vitest';
import { averageInto } from './average';
import { boxOf, reduce } from './reduce';

it.each([
  ['to less than half', 1000, 1000, 448, 448],
  ['to a seventh of one side only', 3000, 401, 448, 401],
  ['by more than four, averaged first', 2600, 1900, 448, 448],
  ['not at all', 200, 300, 200, 300],
])("reduces %s as the server's library does, within a step or two of 255", async (_, w, h, width, height) => {
  const picture = await photo(w, h);
  const expected = await sharp(picture, { raw: { width: w, height: h, channels: 3 } })
    .resize({ width, height, fit: 'fill' })
    .raw()
    .toBuffer();
  const found = reducedInBands(picture, w, h, width, height);
  const differences = Array.from(expected, (value, i) => Math.abs(value - found[i]!));
  expect(differences.reduce((a, b) => a + b, 0) / differences.length).toBeLessThan(0.5);
});

/** Soft shapes with hard edges, grain on all: what a photo has. */
async function photo(width: number, height: number): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 100 100" preserveAspectRatio="none">
    <radialGradient id="g"><stop stop-color="#e86"/><stop offset="1" stop-color="#146"/></radialGradient>
    <rect width="100" height="100" fill="url(#g)"/><path d="M10 10L90 30L40 95Z" fill="#ff0"/>
    ${Array.from({ length: 30 }, (_, i) => `<path d="M0 ${i * 3}L100 ${i * 2}" stroke="#fff" stroke-width=".3"/>`).join('')}</svg>`;
  const { data } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return data;
}

function reducedInBands(rgb: Buffer, w: number, h: number, width: number, height: number) {
  const box = { width: boxOf(w, width), height: boxOf(h, height) };
  const size = { width: Math.ceil(w / box.width), height: Math.ceil(h / box.height) };
  const data = new Uint8ClampedArray(size.width * size.height * 3);
  const rows = 7;
  for (let top = 0; top < size.height; top += rows) {
    const from = top * box.height;
    const to = Math.min(h, from + rows * box.height);
    averageInto(
      data,
      top,
      rgba(rgb.subarray(from * w * 3, to * w * 3)),
      { width: w, height: to - from },
      box,
    );
  }
  return reduce({ data, ...size }, { width: w / box.width, height: h / box.height }, width, height).data;
}

function rgba(rgb: Buffer): Uint8ClampedArray {
  return Uint8ClampedArray.from({ length: (rgb.length / 3) * 4 }, (_, i) =>
    i % 4 === 3 ? 255 : rgb[(i >> 2) * 3 + (i % 4)]!,
  );
}
