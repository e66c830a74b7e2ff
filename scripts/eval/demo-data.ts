import { buffer } from 'node:stream/consumers';
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { category, product, productImage } from '@/db/schema';
import { pictureFolder } from '@/lib/catalogue/cards';
import { database } from '@/lib/database';
import { CallerError } from '@/lib/errors';
import { storage } from '@/lib/storage';
import type { EvalData } from './data';

/**
 * The catalogue of the database as data: a picture's owner is its product, a query is a product's first picture, and
 * what should be found are the other products of its family. Throws a CallerError if there are none.
 */
export async function readDemoData(): Promise<EvalData> {
  const rows = await database()
    .select({
      product: product.id,
      family: product.family,
      category: category.slug,
      position: productImage.position,
      sha256: productImage.sha256,
      width: productImage.width,
    })
    .from(productImage)
    .innerJoin(product, eq(product.id, productImage.productId))
    .innerJoin(category, eq(category.id, product.categoryId))
    .where(and(isNotNull(productImage.position), eq(product.listed, true)))
    .orderBy(asc(product.id), asc(productImage.position));
  if (rows.length === 0) {
    throw new CallerError('not-found', 'The catalogue is empty. Run `npm run db:seed` first.');
  }
  return {
    name: 'demo',
    columns: ['product', 'family', 'category', 'position'],
    pictures: rows.map(({ sha256, width, family, ...row }) => {
      const key = `${pictureFolder(sha256)}/${width}.webp`;
      const labels = { ...row, product: `${row.product}`, family: family ?? '', position: `${row.position}` };
      return { name: key, stamp: sha256, labels, owner: labels.product, read: () => readStored(key) };
    }),
    defaults: {
      label: 'family',
      query: [{ column: 'position', values: ['0'] }],
      exclude: 'product',
    },
  };
}

async function readStored(key: string): Promise<Uint8Array> {
  const stored = await storage().open(key);
  if (!stored) throw new Error(`${key} is not in the picture storage.`);
  return buffer(stored.stream);
}
