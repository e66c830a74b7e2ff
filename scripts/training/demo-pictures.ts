import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoCatalogue, type DemoProduct } from '@/db/seed';
import { rasterise } from '@/lib/vision';

/**
 * Draws the pictures of the demo catalogue into a folder, with the list that models/training reads: half of the
 * families to be trained on, the other half to judge by.
 *
 * tsx scripts/training/demo-pictures.ts FOLDER
 */
const SIDE = 640;
const QUALITY = 90;

const folder = process.argv[2];
if (!folder) {
  console.error('Usage: tsx scripts/training/demo-pictures.ts FOLDER');
  process.exit(2);
}
await drawInto(folder);

async function drawInto(place: string): Promise<void> {
  mkdirSync(place, { recursive: true });
  const rows = ['path,product,family,category,position,split'];
  for (const product of demoCatalogue().products) rows.push(...(await drawProduct(place, product)));
  writeFileSync(join(place, 'labels.csv'), `${rows.join('\n')}\n`);
  console.error(`${rows.length - 1} pictures in ${place}`);
}

/** Its rows of the list. */
async function drawProduct(place: string, { sku, family, categorySlug, pictures }: DemoProduct) {
  const rows: string[] = [];
  for (const [position, picture] of pictures.entries()) {
    const name = `${sku}-${position}.jpg`;
    writeFileSync(join(place, name), await rasterise(picture.draw(), SIDE, SIDE, QUALITY));
    rows.push([name, sku, family, categorySlug, position, splitOf(family)].join(','));
  }
  return rows;
}

/** By the family's name alone, so that a new family moves no other to the other side. */
function splitOf(family: string): 'train' | 'test' {
  const lastByte = createHash('md5').update(family).digest().at(-1) ?? 0;
  return lastByte % 2 === 0 ? 'train' : 'test';
}
