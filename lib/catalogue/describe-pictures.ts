import { buffer } from 'node:stream/consumers';
import type { Transaction } from '@/db';
import { lockShown, undescribedPictures, type UndescribedRow } from '@/db/queries/undescribed';
import { putDescription } from '@/db/queries/write-product';
import { pictureFolder } from '@/lib/catalogue/cards';
import { changeCatalogue, type Touched } from '@/lib/catalogue/change-catalogue';
import { modelInUse } from '@/lib/catalogue/model-in-use';
import { encodeTopFilters } from '@/lib/catalogue/top-filters';
import { database } from '@/lib/database';
import { log } from '@/lib/log';
import { storage } from '@/lib/storage';
import { loadExtractor, PictureError, type Extractor, type Signature } from '@/lib/vision';

const BATCH = 16;

/** What a step has done. */
export interface DescribedStep {
  /** How many pictures it dealt with. */
  readonly pictures: number;
  readonly failures: readonly PictureFailure[];
}

/** A picture that cannot be described, and why. */
export interface PictureFailure {
  readonly imageId: number;
  readonly productId: number;
  readonly why: string;
}

export interface DescribeOptions {
  /** Whose eyes; default the model in use. */
  readonly modelId?: string;
  /** Only the pictures of these products. */
  readonly productIds?: readonly number[];
  /** Told of each step once it is in the database; the next begins when it is through. */
  readonly onStep?: (step: DescribedStep) => void | Promise<void>;
  /** Ends the work after the step under way. */
  readonly signal?: AbortSignal;
}

/**
 * Lets a model see the stored pictures it has not seen yet, or not with all that is kept of a picture now.
 * Signatures of other models and of former versions go on serving meanwhile.
 * Can be ended at any moment and begun again. A picture whose file is gone or damaged is logged and left out.
 * @returns how many pictures got their signature
 * @throws ModelError when the model is not there, and whatever `onStep` throws
 */
export async function describePictures(options: DescribeOptions = {}): Promise<number> {
  const { productIds, onStep, signal } = options;
  const db = database();
  const extractor = await loadExtractor(options.modelId ?? (await modelInUse(db)));
  let described = 0;
  for (let after = 0; !signal?.aborted;) {
    const rows = await undescribedPictures(db, extractor.modelId, after, BATCH, productIds);
    if (rows.length === 0) break;
    const outcomes = await Promise.all(rows.map((row) => describe(extractor, row)));
    const seen = outcomes.filter((one) => 'signature' in one);
    described += await changeCatalogue(db, (tx, touched) => writeShown(tx, touched, seen));
    after = rows.at(-1)?.imageId ?? Infinity;
    await onStep?.({ pictures: rows.length, failures: outcomes.filter((one) => 'why' in one) });
  }
  return described;
}

interface Seen {
  readonly row: UndescribedRow;
  readonly signature: Signature;
}

async function describe(extractor: Extractor, row: UndescribedRow): Promise<Seen | PictureFailure> {
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

function skip({ imageId, productId }: UndescribedRow, why: string): PictureFailure {
  log().warn({ imageId, productId, why }, 'A picture stays without signature');
  return { imageId, productId, why };
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
