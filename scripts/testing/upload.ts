import { rasterise } from '@/lib/vision';
import { enqueuePicture, type PictureJob } from '@/lib/merchant/pictures';

/** A drawn picture as a JPEG: the same number gives the same one, and no two look alike to the network. */
export function drawn(number: number, side = 240): Promise<Buffer> {
  const hue = (number * 67) % 360;
  const shapes = Array.from({ length: 6 }, (_, i) => {
    const at = (step: number) => (number * 31 + i * step) % 100;
    return `<circle cx="${at(37)}" cy="${at(53)}" r="${5 + (at(17) % 20)}" fill="hsl(${(hue + 50 * i) % 360} 80% ${30 + 8 * i}%)"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" fill="hsl(${hue} 40% 90%)"/>${shapes.join('')}</svg>`;
  return rasterise(svg, side, side, 85);
}

/** The bytes as they come over a network: in chunks. */
export async function* inChunks(bytes: Uint8Array, size = 16 * 1024): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Puts bytes into the queue, as merchant 1 unless said otherwise. */
export function upload(bytes: Uint8Array, merchantId = 1, fileName = 'picture.jpg'): Promise<PictureJob> {
  return enqueuePicture(merchantId, inChunks(bytes), fileName, bytes.length);
}
