import type { Database } from '@/db';
import { changesAfter, currentSeq } from '@/db/queries/changes';
import { currentEntries } from '@/db/queries/index-entries';
import type { LiveIndex } from '@/lib/catalogue/live-index';
import { putOrSkip } from '@/lib/catalogue/load-index';
import { checkSameLog, endsBefore, horizonOf, lacks, type LogPosition } from '@/lib/catalogue/log-position';

const BATCH = 1_000;

/**
 * Brings the index up to the newest change: reads the log after `position`, and for each product named there, however
 * often, the state as it is now. Applying a change twice, or a state newer than the change, does no harm.
 * @param onProgress told the share that is taken in, 0 … 1, after each batch
 * @throws LogRestarted when the log is another one, or lacks changes; the index must then be thrown away
 */
export async function catchUp(
  db: Database,
  live: LiveIndex,
  position: LogPosition,
  onProgress: (fraction: number) => void = () => {},
): Promise<LogPosition> {
  await checkSameLog(db, position);
  const newest = await currentSeq(db);
  if (newest < position.seq) throw endsBefore(newest, position.seq);
  let reached = position.seq;
  while (reached < newest) {
    const changes = await changesAfter(db, reached, BATCH);
    // The numbers have no gaps: fewer rows than numbers are rows that were removed.
    if (changes.at(-1)?.seq !== reached + changes.length) throw lacks(reached + 1, newest);
    await applyCurrentState(db, live, [...new Set(changes.map((change) => change.productId))]);
    reached += changes.length;
    onProgress(Math.min((reached - position.seq) / (newest - position.seq), 1));
  }
  return reached === position.seq ? position : { seq: reached, horizon: await horizonOf(db) };
}

async function applyCurrentState(
  db: Database,
  live: LiveIndex,
  productIds: readonly number[],
): Promise<void> {
  for (const { topFilters, ...row } of await currentEntries(db, live.modelId, productIds)) {
    if (topFilters) putOrSkip(live, { ...row, topFilters });
    else live.drop(row.imageId);
  }
}
