import sharp from 'sharp';

/**
 * Draws our own SVG text as a JPEG of exactly `width × height` pixels, transparent parts white.
 * Never for drawings from outside: an SVG may ask for other files.
 *
 * @param quality JPEG quality, 1 … 100
 */
export function rasterise(svg: string, width: number, height: number, quality: number): Promise<Buffer> {
  return sharp(Buffer.from(svg))
    .resize({ width, height, fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality, chromaSubsampling: '4:4:4' })
    .toBuffer();
}
