import type { Database } from '@/db';
import { changesAfter, currentSeq } from '@/db/queries/changes';
import { currentEntries } from '@/db/queries/index-entries';
import type { LiveIndex } from '@/lib/catalogue/live-index';
import { putOrSkip } from '@/lib/catalogue/load-index';

const BATCH = 1_000;

/** The log's numbers went back: the database is another one than before (restored, emptied). Load again. */
export class LogRestarted extends Error {
  override readonly name = 'LogRestarted';
}

/**
 * Brings the index up to the newest change: reads the log after `seq`, and for each product named there, however
 * often, the state as it is now. Applying a change twice, or a state newer than the change, does no harm.
 * @returns the number of the last change taken in
 */
export async function catchUp(db: Database, live: LiveIndex, seq: number): Promise<number> {
  const newest = await currentSeq(db);
  if (newest < seq)
    throw new LogRestarted(`The change log ends at ${newest}, but change ${seq} was seen already.`);
  let reached = seq;
  while (reached < newest) {
    const changes = await changesAfter(db, reached, BATCH);
    await applyCurrentState(db, live, [...new Set(changes.map((change) => change.productId))]);
    reached = changes.at(-1)?.seq ?? newest;
  }
  return reached;
}

async function applyCurrentState(
  db: Database,
  live: LiveIndex,
  productIds: readonly number[],
): Promise<void> {
  for (const { topFilters, ...row } of await currentEntries(db, live.modelId, productIds)) {
    if (topFilters) putOrSkip(live, { ...row, topFilters });
    else live.drop(row.imageId, row.productId);
  }
}
