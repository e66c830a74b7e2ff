import type { Database } from '@/db';
import { changeAt, currentSeq, newestChange, type LoggedChange } from '@/db/queries/changes';

/** How far an index has followed the change log. */
export interface LogPosition {
  /** Every change up to this one is in the index. */
  readonly seq: number;
  /**
   * The log's last row after the index last read the catalogue: nothing newer is in the index, and a log without this
   * very row is another one. Null while the log is empty.
   */
  readonly horizon: LoggedChange | null;
}

/** The log is not the one that was followed (database restored or emptied), or no longer reaches back. Load again. */
export class LogRestarted extends Error {
  override readonly name = 'LogRestarted';
}

/** What `LogPosition.horizon` has to be for an index that has just read the catalogue. */
export async function horizonOf(db: Database): Promise<LoggedChange | null> {
  return (await newestChange(db)) ?? null;
}

/** @throws LogRestarted unless the log is the one the position was taken in */
export async function checkSameLog(db: Database, { horizon }: LogPosition): Promise<void> {
  if (!horizon) return;
  const found = await changeAt(db, horizon.seq);
  if (!found) {
    const newest = await currentSeq(db);
    throw newest < horizon.seq ? endsBefore(newest, horizon.seq) : lacks(horizon.seq, horizon.seq);
  }
  if (found.productId === horizon.productId && found.at.getTime() === horizon.at.getTime()) return;
  throw new LogRestarted(
    `The change log is another one: its change ${horizon.seq} is ${described(found)}, but was ${described(horizon)}.`,
  );
}

export const endsBefore = (newest: number, seen: number) =>
  new LogRestarted(`The change log ends at ${newest}, but change ${seen} was seen already.`);

export const lacks = (from: number, to: number) =>
  new LogRestarted(`The change log no longer has all changes from ${from} to ${to}.`);

const described = ({ productId, at }: LoggedChange) => `of product ${productId} at ${at.toISOString()}`;
