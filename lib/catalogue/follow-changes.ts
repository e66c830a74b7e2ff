import type { Database } from '@/db';
import { changesAfter, currentSeq } from '@/db/queries/changes';
import { currentEntries } from '@/db/queries/index-entries';
import type { LiveIndex } from '@/lib/catalogue/live-index';
import { putOrSkip } from '@/lib/catalogue/load-index';
import { checkSameLog, endsBefore, horizonOf, lacks, type LogPosition } from '@/lib/catalogue/log-position';

const BATCH = 1_000;

export interface CatchUpOptions {
  /** Told the share that is taken in, 0 … 1, after each batch. */
  readonly onProgress?: (fraction: number) => void;
  /** Told of the products that have a picture on show without signature of the index's model, after each batch. */
  readonly onUndescribed?: (productIds: readonly number[]) => void;
}

/**
 * Brings the index up to the newest change: reads the log after `position`, and for each product named there, however
 * often, the state as it is now. Applying a change twice, or a state newer than the change, does no harm.
 * @throws LogRestarted when the log is another one, or lacks changes; the index must then be thrown away
 */
export async function catchUp(
  db: Database,
  live: LiveIndex,
  position: LogPosition,
  { onProgress, onUndescribed }: CatchUpOptions = {},
): Promise<LogPosition> {
  await checkSameLog(db, position);
  const newest = await currentSeq(db);
  if (newest < position.seq) throw endsBefore(newest, position.seq);
  let reached = position.seq;
  while (reached < newest) {
    const changes = await changesAfter(db, reached, BATCH);
    // The numbers have no gaps: fewer rows than numbers are rows that were removed.
    if (changes.at(-1)?.seq !== reached + changes.length) throw lacks(reached + 1, newest);
    const undescribed = await applyCurrentState(db, live, [
      ...new Set(changes.map((change) => change.productId)),
    ]);
    if (undescribed.length > 0) onUndescribed?.(undescribed);
    reached += changes.length;
    onProgress?.(Math.min((reached - position.seq) / (newest - position.seq), 1));
  }
  return reached === position.seq ? position : { seq: reached, horizon: await horizonOf(db) };
}

/** @returns the products that have a picture on show without signature */
async function applyCurrentState(
  db: Database,
  live: LiveIndex,
  productIds: readonly number[],
): Promise<number[]> {
  const undescribed = new Set<number>();
  for (const { topFilters, isShown, ...row } of await currentEntries(db, live.modelId, productIds)) {
    if (topFilters) putOrSkip(live, { ...row, topFilters });
    else live.drop(row.imageId);
    if (isShown && !topFilters) undescribed.add(row.productId);
  }
  return [...undescribed];
}
