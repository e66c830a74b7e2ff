import { setImmediate as nextTurn } from 'node:timers/promises';
import { currentSeq } from '@/db/queries/changes';
import {
  entriesAfter,
  entryOf,
  lastSignedImage,
  type EntryRow,
  type RawEntry,
} from '@/db/queries/index-entries';
import { LiveIndex } from '@/lib/catalogue/live-index';
import { horizonOf, type LogPosition } from '@/lib/catalogue/log-position';
import { rawRows, type PooledDatabase } from '@/lib/database';
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
  db: PooledDatabase,
  modelId: string,
  onProgress: (fraction: number, live: LiveIndex) => void,
): Promise<LoadedIndex> {
  const seq = await currentSeq(db);
  const last = await lastSignedImage(db, modelId);
  const live = new LiveIndex(modelId);
  for await (const rows of chunks(db, modelId)) {
    for (const row of rows) putOrSkip(live, entryOf(row));
    onProgress(Math.min((rows.at(-1)?.[0] ?? last) / last, 1), live);
  }
  return { live, position: { seq, horizon: await horizonOf(db) } };
}

/** All rows, in chunks; while one is worked on, the server reads the next. */
async function* chunks(db: PooledDatabase, modelId: string): AsyncGenerator<RawEntry[]> {
  const after = (imageId: number) => {
    const coming = rawRows<RawEntry>(db, entriesAfter(db, modelId, imageId, CHUNK));
    // Whoever stops half-way never waits for it.
    coming.catch(() => {});
    return coming;
  };
  for (let coming: Promise<RawEntry[]> | null = after(0); coming;) {
    const rows: RawEntry[] = await coming;
    const last = rows.length < CHUNK ? undefined : rows.at(-1);
    coming = last ? after(last[0]) : null;
    // Only now does the question leave the process.
    await nextTurn();
    if (rows.length > 0) yield rows;
  }
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
