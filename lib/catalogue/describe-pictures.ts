import { buffer } from 'node:stream/consumers';
import type { Transaction } from '@/db';
import { lockShown, undescribedPictures, type UndescribedRow } from '@/db/queries/undescribed';
import { putDescription } from '@/db/queries/write-product';
import { pictureFolder } from '@/lib/catalogue/cards';
import { changeCatalogue, type Touched } from '@/lib/catalogue/change-catalogue';
import { encodeTopFilters } from '@/lib/catalogue/top-filters';
import { database } from '@/lib/database';
import { modelEnv } from '@/lib/env';
import { log } from '@/lib/log';
import { storage } from '@/lib/storage';
import { loadExtractor, PictureError, type Extractor, type Signature } from '@/lib/vision';

const BATCH = 16;

/**
 * Lets the model in use see the stored pictures it has not seen yet, or not with all that is kept of a picture now.
 * Signatures of other models and of former versions go on serving meanwhile.
 * Can be ended at any moment and begun again. A picture whose file is gone or damaged is logged and left out.
 * @param onProgress told how many pictures each step dealt with
 * @returns how many pictures got their signature
 */
export async function describePictures(onProgress: (pictures: number) => void = () => {}): Promise<number> {
  const db = database();
  const extractor = await loadExtractor(modelEnv().MODEL_ID);
  let described = 0;
  for (let after = 0; ;) {
    const rows = await undescribedPictures(db, extractor.modelId, after, BATCH);
    if (rows.length === 0) return described;
    const seen = (await Promise.all(rows.map((row) => describe(extractor, row)))).filter(
      (one) => one !== null,
    );
    described += await changeCatalogue(db, (tx, touched) => writeShown(tx, touched, seen));
    after = rows.at(-1)?.imageId ?? Infinity;
    onProgress(rows.length);
  }
}

interface Seen {
  readonly row: UndescribedRow;
  readonly signature: Signature;
}

async function describe(extractor: Extractor, row: UndescribedRow): Promise<Seen | null> {
  try {
    const file = await storage().open(`${pictureFolder(row.sha256)}/${row.width}.webp`);
    if (!file) return skip(row, 'its file is not in the storage');
    const [signature] = await extractor.extract([await buffer(file.stream)]);
    return signature ? { row, signature } : skip(row, 'the model said nothing');
  } catch (error) {
    if (error instanceof PictureError) return skip(row, error.message);
    throw error;
  }
}

function skip({ imageId, productId }: UndescribedRow, why: string): null {
  log().warn({ imageId, productId, why }, 'A picture stays without signature');
  return null;
}

/** Pictures replaced while the model looked at them must not come back: they are left out. */
async function writeShown(tx: Transaction, touched: Touched, seen: readonly Seen[]): Promise<number> {
  const imageIds = seen.map(({ row }) => row.imageId);
  const shown = await lockShown(tx, imageIds);
  for (const { row, signature } of seen) {
    if (!shown.has(row.imageId)) continue;
    await write(tx, row, signature);
    touched(row.productId);
  }
  return shown.size;
}

async function write(tx: Transaction, row: UndescribedRow, signature: Signature): Promise<void> {
  const { modelId, topFilters, featureBits, intensityBytes } = signature;
  await putDescription(tx, row.productId, row.imageId, {
    signature: { modelId, topFilters: encodeTopFilters(topFilters) },
    feature: { featureBits },
    intensity: { intensities: intensityBytes },
  });
}
