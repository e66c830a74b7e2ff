import {
  and,
  asc,
  count,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  sql,
  sum,
  type SQL,
} from 'drizzle-orm';
import type { Queryable, Transaction } from '@/db';
import { ownedBy, type Scope } from '@/db/queries/scope';
import { imageJob, type ImageJobRow, type NewImageJob } from '@/db/schema';

/** All times are the database server's: workers on several machines then agree on what is due and what is overdue. */
const now = sql`utc_timestamp(3)`;

const inMs = (ms: number): SQL => sql`utc_timestamp(3) + interval ${Math.round(ms * 1_000)} microsecond`;

const msAgo = (ms: number): SQL => sql`utc_timestamp(3) - interval ${Math.round(ms * 1_000)} microsecond`;

/** What pages and workers read of a job: all but what the network saw. */
export const jobColumns = {
  id: imageJob.id,
  merchantId: imageJob.merchantId,
  productId: imageJob.productId,
  position: imageJob.position,
  imageId: imageJob.imageId,
  uploadKey: imageJob.uploadKey,
  fileName: imageJob.fileName,
  bytes: imageJob.bytes,
  state: imageJob.state,
  lane: imageJob.lane,
  attempts: imageJob.attempts,
  lost: imageJob.lost,
  errorCode: imageJob.errorCode,
  sha256: imageJob.sha256,
  width: imageJob.width,
  height: imageJob.height,
  placeholder: imageJob.placeholder,
  modelId: imageJob.modelId,
};

export type JobRow = Pick<ImageJobRow, keyof typeof jobColumns>;

/** A new job, waiting and due. @returns its number */
export async function insertJob(
  db: Queryable,
  job: Pick<NewImageJob, 'merchantId' | 'uploadKey' | 'fileName' | 'bytes' | 'lane'>,
): Promise<number> {
  const [inserted] = await db
    .insert(imageJob)
    .values({ ...job, state: 'waiting', runAfter: now, createdAt: now, updatedAt: now })
    .$returningId();
  if (!inserted) throw new Error('The server gave no number to the new picture job.');
  return inserted.id;
}

/** Those of the jobs that are in the scope, in no particular order. */
export async function jobsByIds(db: Queryable, scope: Scope, ids: readonly number[]): Promise<JobRow[]> {
  if (ids.length === 0) return [];
  return db
    .select(jobColumns)
    .from(imageJob)
    .where(and(inArray(imageJob.id, [...ids]), ownedBy(scope, imageJob.merchantId)));
}

/** Those of the jobs that there are, each locked until the transaction ends, in the order of their numbers. */
export async function lockJobs(tx: Transaction, ids: readonly number[]): Promise<JobRow[]> {
  if (ids.length === 0) return [];
  return tx
    .select(jobColumns)
    .from(imageJob)
    .where(inArray(imageJob.id, [...ids]))
    .orderBy(asc(imageJob.id))
    .for('update');
}

/** The product's pictures that are not attached yet, in the order of their places. */
export async function openJobsOf(db: Queryable, productId: number): Promise<JobRow[]> {
  return db
    .select(jobColumns)
    .from(imageJob)
    .where(openOf(productId))
    .orderBy(asc(imageJob.position), asc(imageJob.id));
}

/** The same, whole, locked until the transaction ends. */
export async function lockOpenJobsOf(tx: Transaction, productId: number): Promise<ImageJobRow[]> {
  return tx
    .select()
    .from(imageJob)
    .where(openOf(productId))
    .orderBy(asc(imageJob.position), asc(imageJob.id))
    .for('update');
}

function openOf(productId: number): SQL | undefined {
  return and(eq(imageJob.productId, productId), ne(imageJob.state, 'attached'));
}

/** Changes a job that the transaction has locked. */
export async function changeJob(
  tx: Transaction,
  id: number,
  change: Partial<Omit<NewImageJob, 'runAfter' | 'updatedAt'>>,
): Promise<void> {
  await tx
    .update(imageJob)
    .set({ ...change, updatedAt: now })
    .where(eq(imageJob.id, id));
}

/** Puts a locked job back into the queue, as if it were new; where it belongs stays. */
export async function queueAgain(tx: Transaction, id: number): Promise<void> {
  await tx
    .update(imageJob)
    .set({
      ...{ state: 'waiting', attempts: 0, lost: 0, errorCode: null, errorMessage: null },
      ...{ lockedUntil: null, lockedBy: null, runAfter: now, updatedAt: now },
    })
    .where(eq(imageJob.id, id));
}

export async function deleteJobs(tx: Transaction, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await tx.delete(imageJob).where(inArray(imageJob.id, [...ids]));
}

/** Closes the gap that a job without picture leaves among the places of its product's pictures. */
export async function closeUp(tx: Transaction, productId: number, position: number): Promise<void> {
  await tx
    .update(imageJob)
    .set({ position: sql`${imageJob.position} - 1` })
    .where(and(openOf(productId), gt(imageJob.position, position)));
}

/** One worker's hold of one job: another hold of the same job has another name. */
export interface Hold {
  readonly id: number;
  readonly lockedBy: string;
}

export interface HeldJob extends JobRow {
  readonly lockedBy: string;
}

/**
 * Takes due jobs, by lane, the longest due first. Workers that do so at once never wait for each other and never get
 * the same. A job of lane 0, whose worker was lost, is taken alone, and only by a worker who has nothing else: should it
 * take this one along, too, nobody else's job is lost with it.
 * @param idle whether the worker has nothing else
 */
export async function claimJobs(
  tx: Transaction,
  worker: { readonly name: string; readonly holdMs: number; readonly idle: boolean },
  limit: number,
): Promise<HeldJob[]> {
  const due = await tx
    .select(jobColumns)
    .from(imageJob)
    .where(and(eq(imageJob.state, 'waiting'), lte(imageJob.runAfter, now)))
    .orderBy(asc(imageJob.lane), asc(imageJob.runAfter), asc(imageJob.id))
    .limit(limit)
    .for('update', { skipLocked: true });
  const taken = due[0]?.lane === 0 ? due.slice(0, worker.idle ? 1 : 0) : due;
  if (taken.length === 0) return [];
  await tx
    .update(imageJob)
    .set({
      ...{ state: 'working', lockedBy: worker.name, lockedUntil: inMs(worker.holdMs) },
      ...{ attempts: sql`${imageJob.attempts} + 1`, updatedAt: now },
    })
    .where(inArray(imageJob.id, idsOf(taken)));
  return taken.map((job) => ({ ...job, attempts: job.attempts + 1, lockedBy: worker.name }));
}

/** Whether any job is due. */
export async function anyDue(db: Queryable): Promise<boolean> {
  const [row] = await db
    .select({ id: imageJob.id })
    .from(imageJob)
    .where(and(eq(imageJob.state, 'waiting'), lte(imageJob.runAfter, now)))
    .limit(1);
  return row !== undefined;
}

/** Says that the worker is still at it. */
export async function prolong(db: Queryable, holds: readonly Hold[], holdMs: number): Promise<void> {
  for (const hold of holds)
    await db
      .update(imageJob)
      .set({ lockedUntil: inMs(holdMs) })
      .where(held(hold));
}

/** Takes jobs from workers that are overdue, so that others can have them; too often lost, they fail. */
export async function takeFromLost(tx: Transaction, mostLost: number): Promise<JobRow[]> {
  const lost = await tx
    .select(jobColumns)
    .from(imageJob)
    .where(and(eq(imageJob.state, 'working'), lt(imageJob.lockedUntil, now)))
    .limit(100)
    .for('update', { skipLocked: true });
  for (const job of lost) {
    const failed = job.lost + 1 >= mostLost;
    await tx
      .update(imageJob)
      .set({
        ...{ state: failed ? 'failed' : 'waiting', lane: 0, lost: job.lost + 1, attempts: job.attempts - 1 },
        ...{ lockedBy: null, lockedUntil: null, runAfter: now, updatedAt: now },
        ...(failed && { errorCode: 'worker-lost', errorMessage: `${mostLost} workers were lost over it` }),
      })
      .where(eq(imageJob.id, job.id));
  }
  return lost;
}

/** Says under which name the picture's files will lie, before they do. @returns false if the job is no longer held */
export async function nameFiles(db: Queryable, hold: Hold, sha256: string): Promise<boolean> {
  return changeHeld(db, hold, { sha256 });
}

/** What was found out about a picture. */
export type PictureFacts = Required<
  Pick<
    NewImageJob,
    'sha256' | 'width' | 'height' | 'placeholder' | 'modelId' | 'topFilters' | 'featureBits' | 'intensities'
  >
>;

/** @returns false if the job is no longer held: it was cancelled, or another worker has it */
export async function markReady(db: Queryable, hold: Hold, facts: PictureFacts): Promise<boolean> {
  return changeHeld(db, hold, { ...facts, state: 'ready', describedAt: now, ...RELEASED });
}

export async function markFailed(
  db: Queryable,
  hold: Hold,
  errorCode: string,
  errorMessage: string,
): Promise<boolean> {
  return changeHeld(db, hold, { state: 'failed', errorCode, errorMessage, ...RELEASED });
}

/** Puts a held job back for a later attempt. */
export async function postpone(
  db: Queryable,
  hold: Hold,
  afterMs: number,
  errorMessage: string,
): Promise<boolean> {
  return changeHeld(db, hold, { state: 'waiting', runAfter: inMs(afterMs), errorMessage, ...RELEASED });
}

/** Gives a held job back as if it had never been taken. */
export async function giveBackJob(db: Queryable, hold: Hold): Promise<boolean> {
  return changeHeld(db, hold, { state: 'waiting', attempts: sql`${imageJob.attempts} - 1`, ...RELEASED });
}

const RELEASED = { lockedBy: null, lockedUntil: null };

async function changeHeld(
  db: Queryable,
  hold: Hold,
  change: Parameters<ReturnType<Queryable['update']>['set']>[0],
): Promise<boolean> {
  const [result] = await db
    .update(imageJob)
    .set({ ...change, updatedAt: now })
    .where(held(hold));
  return result.affectedRows === 1;
}

function held({ id, lockedBy }: Hold): SQL | undefined {
  return and(eq(imageJob.id, id), eq(imageJob.state, 'working'), eq(imageJob.lockedBy, lockedBy));
}

/** The product the job belongs to by now; null if none. */
export async function productOfJob(db: Queryable, id: number): Promise<number | null> {
  const [row] = await db.select({ productId: imageJob.productId }).from(imageJob).where(eq(imageJob.id, id));
  return row?.productId ?? null;
}

/** Products with a picture that is ready and was not attached: who should have done so died. */
export async function productsToAttach(db: Queryable, limit: number): Promise<number[]> {
  const rows = await db
    .selectDistinct({ productId: imageJob.productId })
    .from(imageJob)
    .where(and(eq(imageJob.state, 'ready'), isNotNull(imageJob.productId)))
    .limit(limit);
  return rows.flatMap(({ productId }) => productId ?? []);
}

/** How much a merchant has uploaded that is no product's yet. */
export async function unsavedOf(
  db: Queryable,
  merchantId: number,
): Promise<{ readonly pictures: number; readonly bytes: number }> {
  const [row] = await db
    .select({ pictures: count(), bytes: sum(imageJob.bytes).mapWith(Number) })
    .from(imageJob)
    .where(
      and(
        eq(imageJob.merchantId, merchantId),
        // Named, not excluded: the key is then read without the many that are attached.
        inArray(imageJob.state, ['waiting', 'working', 'ready', 'failed']),
        isNull(imageJob.productId),
      ),
    );
  return { pictures: row?.pictures ?? 0, bytes: row?.bytes ?? 0 };
}

/** Removes uploads that were never saved, and the notes of attached ones, untouched for so long. @returns them */
export async function deleteForgotten(tx: Transaction, ageMs: number, limit: number): Promise<JobRow[]> {
  const forgotten = await tx
    .select(jobColumns)
    .from(imageJob)
    .where(
      and(
        lt(imageJob.updatedAt, msAgo(ageMs)),
        sql`(${imageJob.state} = 'attached' or (${imageJob.state} <> 'working' and ${imageJob.productId} is null))`,
      ),
    )
    .limit(limit)
    .for('update', { skipLocked: true });
  await deleteJobs(tx, idsOf(forgotten));
  return forgotten;
}

/** Those of the keys that are some job's upload. */
export async function usedUploadKeys(db: Queryable, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db
    .select({ key: imageJob.uploadKey })
    .from(imageJob)
    .where(inArray(imageJob.uploadKey, [...keys]));
  return new Set(rows.map(({ key }) => key));
}

/** Whether a job has the picture's files. Nobody else can begin to until the transaction ends. */
export async function lockJobsWithFiles(tx: Transaction, sha256: string): Promise<boolean> {
  const rows = await tx
    .select({ id: imageJob.id })
    .from(imageJob)
    .where(eq(imageJob.sha256, sha256))
    .for('update');
  return rows.length > 0;
}

/** How many jobs are in each state, and how many were made ready in the last `windowMs`. */
export async function countJobs(db: Queryable, windowMs: number) {
  const states = await db
    .select({ state: imageJob.state, count: count() })
    .from(imageJob)
    .where(ne(imageJob.state, 'attached'))
    .groupBy(imageJob.state);
  const [described] = await db
    .select({ count: count() })
    .from(imageJob)
    .where(gt(imageJob.describedAt, msAgo(windowMs)));
  const [oldest] = await db
    .select({
      ms: sql<
        number | null
      >`timestampdiff(microsecond, min(${imageJob.runAfter}), utc_timestamp(3)) / 1000`.mapWith(Number),
    })
    .from(imageJob)
    .where(and(eq(imageJob.state, 'waiting'), lte(imageJob.runAfter, now)));
  return {
    states: new Map(states.map(({ state, count: jobs }) => [state, jobs])),
    described: described?.count ?? 0,
    oldestMs: oldest?.ms ?? null,
  };
}

const idsOf = (jobs: readonly JobRow[]) => jobs.map(({ id }) => id);
