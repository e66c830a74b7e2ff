import { and, count, desc, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '@/db';
import { changeTicket, feature, intensity, modelChange, signature, type ModelChangeRow } from '@/db/schema';

export type ModelChangeState = ModelChangeRow['state'];

/** States in which a change is under way: there is at most one such row. */
export const UNDER_WAY: readonly ModelChangeState[] = ['describing', 'described', 'switching', 'removing'];
/** Of these, the ones in which a process has something to do. */
const TO_DO: ModelChangeState[] = ['describing', 'switching', 'removing'];

/** The network that was last changed over to; undefined if none ever was. */
export async function lastSwitchedTo(db: Queryable): Promise<string | undefined> {
  const [row] = await db
    .select({ toModel: modelChange.toModel })
    .from(modelChange)
    .where(eq(modelChange.state, 'switched'))
    .orderBy(desc(modelChange.id))
    .limit(1);
  return row?.toModel;
}

/** The newest change, whatever became of it. */
export async function newestModelChange(db: Queryable): Promise<ModelChangeRow | undefined> {
  const [row] = await db.select().from(modelChange).orderBy(desc(modelChange.id)).limit(1);
  return row;
}

/** The same, locked until the transaction ends; so is the place where the next one would come. */
export async function lockNewestModelChange(tx: Transaction): Promise<ModelChangeRow | undefined> {
  // The ticket's row is always there: two that begin a change at once wait for each other at it.
  await tx.select().from(changeTicket).for('update');
  return newestModelChange(tx);
}

export async function insertModelChange(
  tx: Transaction,
  row: Pick<ModelChangeRow, 'fromModel' | 'toModel' | 'state' | 'totalPictures'>,
): Promise<number> {
  const now = new Date();
  const [inserted] = await tx
    .insert(modelChange)
    .values({ ...row, createdAt: now, updatedAt: now })
    .$returningId();
  if (!inserted) throw new Error('The server gave no number to the new change of the model.');
  return inserted.id;
}

/** Moves the change on from one of the states; false if it is in none of them. */
export async function moveModelChange(
  db: Queryable,
  id: number,
  from: readonly ModelChangeState[],
  to: ModelChangeState,
  more: Partial<Pick<ModelChangeRow, 'totalPictures' | 'donePictures' | 'error'>> = {},
): Promise<boolean> {
  const [moved] = await db
    .update(modelChange)
    .set({ error: null, ...more, state: to, lockedBy: null, lockedUntil: null, updatedAt: new Date() })
    .where(and(eq(modelChange.id, id), inArray(modelChange.state, [...from])));
  return moved.affectedRows === 1;
}

/** By the server's clock, since processes may be on machines whose clocks differ. */
const now = sql`utc_timestamp(3)`;
const inSeconds = (seconds: number) => sql`utc_timestamp(3) + interval ${seconds} second`;

/**
 * Takes the change that there is something to do for, unless another process has it; undefined: nothing to do.
 * @param present the networks that this process can describe pictures with; removing needs none
 */
export async function claimModelChange(
  db: Queryable,
  worker: string,
  seconds: number,
  present: readonly string[],
): Promise<ModelChangeRow | undefined> {
  const [row] = await db
    .select()
    .from(modelChange)
    .where(inArray(modelChange.state, TO_DO))
    .orderBy(desc(modelChange.id))
    .limit(1);
  if (!row || (row.state !== 'removing' && !present.includes(row.toModel))) return undefined;
  const [claimed] = await db
    .update(modelChange)
    .set({ lockedBy: worker, lockedUntil: inSeconds(seconds) })
    .where(
      and(
        eq(modelChange.id, row.id),
        eq(modelChange.state, row.state),
        or(isNull(modelChange.lockedUntil), lt(modelChange.lockedUntil, now)),
      ),
    );
  return claimed.affectedRows === 1 ? row : undefined;
}

/**
 * Keeps the change for some more time, and notes how far it is.
 * @returns false if it is no longer this worker's, or no longer in that state: whoever works on it has to stop
 */
export async function keepModelChange(
  db: Queryable,
  { id, state }: Pick<ModelChangeRow, 'id' | 'state'>,
  worker: string,
  seconds: number,
  progress: Partial<Pick<ModelChangeRow, 'donePictures' | 'totalPictures' | 'failedPictures' | 'failures'>>,
): Promise<boolean> {
  const [kept] = await db
    .update(modelChange)
    .set({ ...progress, lockedUntil: inSeconds(seconds), updatedAt: new Date() })
    .where(and(eq(modelChange.id, id), eq(modelChange.state, state), eq(modelChange.lockedBy, worker)));
  return kept.affectedRows === 1;
}

/** Lets another process go on at once. */
export async function releaseModelChange(db: Queryable, id: number, worker: string): Promise<void> {
  await db
    .update(modelChange)
    .set({ lockedBy: null, lockedUntil: null })
    .where(and(eq(modelChange.id, id), eq(modelChange.lockedBy, worker)));
}

/** How many pictures each network has described. */
export async function describedByModel(db: Queryable): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ modelId: signature.modelId, pictures: count() })
    .from(signature)
    .groupBy(signature.modelId);
  return new Map(rows.map(({ modelId, pictures }) => [modelId, pictures]));
}

/** Pictures that the model has described, by number, from after `afterImageId` on, with their products. */
export async function describedPictures(db: Queryable, modelId: string, afterImageId: number, limit: number) {
  return db
    .select({ imageId: signature.imageId, productId: signature.productId })
    .from(signature)
    .where(and(eq(signature.modelId, modelId), gt(signature.imageId, afterImageId)))
    .orderBy(signature.imageId)
    .limit(limit);
}

/** Takes away all that the model said of these pictures. */
export async function forgetDescriptions(
  tx: Transaction,
  modelId: string,
  imageIds: readonly number[],
): Promise<void> {
  if (imageIds.length === 0) return;
  for (const table of [feature, intensity, signature]) {
    await tx.delete(table).where(and(inArray(table.imageId, [...imageIds]), eq(table.modelId, modelId)));
  }
}
