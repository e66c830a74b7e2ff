import type { Database } from '@/db';
import { currentSeq } from '@/db/queries/changes';
import { lastSignedImage, scanEntries, type EntryRow } from '@/db/queries/index-entries';
import { LiveIndex } from '@/lib/catalogue/live-index';
import { horizonOf, type LogPosition } from '@/lib/catalogue/log-position';
import { EngineInputError } from '@/lib/engine';
import { log } from '@/lib/log';

const CHUNK = 5_000;

export interface LoadedIndex {
  readonly live: LiveIndex;
  /** Later changes may be in the index, and are harmless when applied again. */
  readonly position: LogPosition;
}

/**
 * Reads every signature of the model into a new index. The number of the last change is read first: what changes
 * while loading has a greater number and is applied by whoever follows the log from there.
 * @param onProgress told the share that is loaded, 0 … 1, and the index so far, after each chunk
 */
export async function loadIndex(
  db: Database,
  modelId: string,
  onProgress: (fraction: number, live: LiveIndex) => void,
): Promise<LoadedIndex> {
  const seq = await currentSeq(db);
  const last = await lastSignedImage(db, modelId);
  const live = new LiveIndex(modelId);
  for (let after = 0; after < last;) {
    const rows = await scanEntries(db, modelId, after, CHUNK);
    for (const row of rows) putOrSkip(live, row);
    after = rows.length < CHUNK ? last : (rows.at(-1)?.imageId ?? last);
    onProgress(after / last, live);
  }
  return { live, position: { seq, horizon: await horizonOf(db) } };
}

/** One damaged signature must not keep a million good ones from being found. A full index is no fault of the picture. */
export function putOrSkip(live: LiveIndex, row: EntryRow): void {
  try {
    live.put(row);
  } catch (error) {
    if (!(error instanceof EngineInputError) || error.code === 'full') throw error;
    const { imageId, productId } = row;
    log().error(
      { imageId, productId, error: error.message },
      'Left a picture out of the index: damaged signature',
    );
  }
}
