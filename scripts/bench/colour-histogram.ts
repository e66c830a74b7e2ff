import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { storage } from '@/lib/storage';
import { colourBins } from '@/scripts/bench/colour-bins';

/** The colour bins of a stored picture. */
export async function colourHistogram(file: string): Promise<Float64Array> {
  const stored = await storage().open(file);
  if (!stored) throw new Error(`${file} is not in the picture storage. Run \`npm run db:seed\`.`);
  const { data } = await sharp(await buffer(stored.stream))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return colourBins(data);
}
