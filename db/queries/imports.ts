import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  notExists,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import { alias } from 'drizzle-orm/mysql-core';
import type { Queryable, Transaction } from '@/db';
import { ownedBy, type Scope } from '@/db/queries/scope';
import {
  category,
  imageJob,
  importError,
  importPicture,
  importRow,
  importRun,
  product,
  productImage,
  type ImportErrorRow,
  type ImportRunRow,
  type ProductRow,
} from '@/db/schema';

type State = ImportRunRow['state'];

export async function insertRun(
  db: Queryable,
  run: Pick<ImportRunRow, 'merchantId' | 'fileName' | 'fileKey'>,
): Promise<number> {
  const now = new Date();
  const [inserted] = await db
    .insert(importRun)
    .values({ ...run, state: 'checking', createdAt: now, updatedAt: now })
    .$returningId();
  if (!inserted) throw new Error('The server gave no number to the new import.');
  return inserted.id;
}

export async function runOf(db: Queryable, scope: Scope, id: number): Promise<ImportRunRow | undefined> {
  const [row] = await db
    .select()
    .from(importRun)
    .where(and(eq(importRun.id, id), ownedBy(scope, importRun.merchantId)));
  return row;
}

/** Newest first; `before` is the number of the last one seen. */
export async function runsOf(
  db: Queryable,
  scope: Scope,
  before: number | null,
  most: number,
): Promise<ImportRunRow[]> {
  return db
    .select()
    .from(importRun)
    .where(and(ownedBy(scope, importRun.merchantId), before === null ? undefined : lt(importRun.id, before)))
    .orderBy(desc(importRun.id))
    .limit(most);
}

/** States of a run whose file is still needed. */
const OPEN: readonly State[] = ['checking', 'checked', 'running', 'paused'];

export async function openRuns(db: Queryable, merchantId: number): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(importRun)
    .where(and(eq(importRun.merchantId, merchantId), inArray(importRun.state, [...OPEN])));
  return row?.count ?? 0;
}

/** Cancels runs that have waited for their merchant since before then. @returns how many */
export async function cancelForgotten(db: Queryable, before: Date): Promise<number> {
  const [result] = await db
    .update(importRun)
    .set({ state: 'cancelled', updatedAt: new Date() })
    .where(and(inArray(importRun.state, ['checked', 'paused']), lt(importRun.updatedAt, before)));
  return result.affectedRows;
}

/** Those of the keys that a run still needs. */
export async function usedFileKeys(db: Queryable, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db
    .select({ key: importRun.fileKey })
    .from(importRun)
    .where(and(inArray(importRun.state, [...OPEN]), inArray(importRun.fileKey, [...keys])));
  return new Set(rows.map(({ key }) => key));
}

/** What somebody sets going again is no longer what a fault has stopped. */
const AFRESH = { error: null, attempts: 0 };

/** Puts the run into another state, if it is in one of `from`; whoever works on it finds out at his next step. */
export async function switchRun(
  db: Queryable,
  scope: Scope,
  id: number,
  from: readonly State[],
  to: State,
): Promise<boolean> {
  const [result] = await db
    .update(importRun)
    .set({
      state: to,
      lockedBy: null,
      lockedUntil: null,
      updatedAt: new Date(),
      ...(to === 'running' && AFRESH),
    })
    .where(
      and(eq(importRun.id, id), ownedBy(scope, importRun.merchantId), inArray(importRun.state, [...from])),
    );
  return result.affectedRows > 0;
}

const later = (ms: number) => sql<Date>`utc_timestamp(3) + interval ${ms * 1_000} microsecond`;

/**
 * Takes the run that waits longest for somebody, or this one, for `lockMs`. Two who ask at once never get the same. One that
 * still has a holder, who says nothing any more, has lost him: that counts as an attempt.
 * @param states of those that may be taken
 */
export async function claimRun(
  tx: Transaction,
  holder: string,
  lockMs: number,
  { only, states = ['checking', 'running'] }: { only: number | null; states?: readonly State[] },
): Promise<ImportRunRow | undefined> {
  const free = or(isNull(importRun.lockedUntil), sql`${importRun.lockedUntil} < utc_timestamp(3)`);
  const [row] = await tx
    .select()
    .from(importRun)
    .where(
      and(
        inArray(importRun.state, [...states]),
        free,
        only === null ? noOtherGoesIn(tx) : eq(importRun.id, only),
      ),
    )
    .orderBy(asc(importRun.id))
    .limit(1)
    .for('update', { skipLocked: true });
  if (!row) return undefined;
  const attempts = row.attempts + (row.lockedBy === null ? 0 : 1);
  await tx
    .update(importRun)
    .set({ lockedBy: holder, lockedUntil: later(lockMs) as unknown as Date, attempts })
    .where(eq(importRun.id, row.id));
  return { ...row, attempts };
}

/** Lets go of a run for `pauseMs`, after a fault of ours. @returns false when it is no longer the holder's */
export async function postponeRun(
  db: Queryable,
  id: number,
  holder: string,
  pauseMs: number,
): Promise<boolean> {
  const attempts = sql`${importRun.attempts} + 1`;
  const lockedUntil = later(pauseMs) as unknown as Date;
  return changeHeld(db, id, holder, { attempts, lockedBy: null, lockedUntil });
}

/** A merchant's files go in one after another, so that one merchant's do not keep all others' waiting; they are checked at any time. */
function noOtherGoesIn(tx: Transaction): SQL | undefined {
  const other = alias(importRun, 'other');
  const goingIn = tx
    .select({ id: other.id })
    .from(other)
    .where(
      and(
        eq(other.merchantId, importRun.merchantId),
        eq(other.state, 'running'),
        isNotNull(other.lockedBy),
        sql`${other.lockedUntil} >= utc_timestamp(3)`,
      ),
    );
  return or(eq(importRun.state, 'checking'), notExists(goingIn));
}

/** @returns false when the run is no longer the holder's: paused, cancelled, or taken over */
export async function keepRun(db: Queryable, id: number, holder: string, lockMs: number): Promise<boolean> {
  return changeHeld(db, id, holder, { lockedUntil: later(lockMs) as unknown as Date });
}

export interface RunChange {
  readonly state?: State;
  readonly header?: string;
  readonly error?: string;
  readonly totalRows?: number;
  readonly badRows?: number | SQL;
  readonly doneRows?: number | SQL;
  readonly createdProducts?: SQL;
  readonly updatedProducts?: SQL;
  readonly unchangedProducts?: SQL;
  readonly restoredProducts?: SQL;
  readonly lockedUntil?: Date | null;
  readonly lockedBy?: null;
  readonly attempts?: 0 | SQL;
}

/** @returns false when the run is no longer the holder's; nothing is changed then */
export async function changeHeld(
  db: Queryable,
  id: number,
  holder: string,
  change: RunChange,
): Promise<boolean> {
  const [result] = await db
    .update(importRun)
    .set({ ...change, updatedAt: new Date() } as Partial<ImportRunRow>)
    .where(
      and(
        eq(importRun.id, id),
        eq(importRun.lockedBy, holder),
        inArray(importRun.state, ['checking', 'running']),
      ),
    );
  return result.affectedRows > 0;
}

/** What a step adds to the counts of a run. */
export interface Counts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly restored: number;
  /** Rows that were good when they were checked, and are not any more. */
  readonly refused: number;
}

/** Adds to the counts of a run. @returns false when it is no longer the holder's */
export async function advanceRun(db: Queryable, id: number, holder: string, by: Counts): Promise<boolean> {
  const done = by.created + by.updated + by.unchanged;
  return changeHeld(db, id, holder, {
    attempts: 0,
    doneRows: sql`${importRun.doneRows} + ${done}`,
    badRows: sql`${importRun.badRows} + ${by.refused}`,
    createdProducts: sql`${importRun.createdProducts} + ${by.created}`,
    updatedProducts: sql`${importRun.updatedProducts} + ${by.updated}`,
    unchangedProducts: sql`${importRun.unchangedProducts} + ${by.unchanged}`,
    restoredProducts: sql`${importRun.restoredProducts} + ${by.restored}`,
  });
}

export type NewError = Omit<ImportErrorRow, 'id' | 'runId'>;

/** Bad rows and what is wrong with them. */
export async function insertErrors(
  db: Queryable,
  runId: number,
  rows: readonly { readonly line: number; readonly cells: string }[],
  errors: readonly NewError[],
): Promise<void> {
  if (rows.length > 0) {
    await db
      .insert(importRow)
      .values(rows.map((row) => ({ ...row, runId })))
      .onDuplicateKeyUpdate({ set: { line: sql`values(line)` } });
  }
  if (errors.length > 0) await db.insert(importError).values(errors.map((error) => ({ ...error, runId })));
}

/** Forgets what a check that was interrupted has found. */
export async function deleteErrors(db: Queryable, runId: number): Promise<void> {
  await db.delete(importRow).where(eq(importRow.runId, runId));
  await db.delete(importError).where(eq(importError.runId, runId));
}

/** Lines of the bad rows. */
export async function badLines(db: Queryable, runId: number): Promise<Set<number>> {
  const rows = await db.select({ line: importRow.line }).from(importRow).where(eq(importRow.runId, runId));
  return new Set(rows.map(({ line }) => line));
}

export async function errorCount(db: Queryable, runId: number): Promise<number> {
  const [row] = await db.select({ count: count() }).from(importError).where(eq(importError.runId, runId));
  return row?.count ?? 0;
}

/** A page of the errors, by line. */
export async function errorsOf(
  db: Queryable,
  runId: number,
  offset: number,
  most: number,
): Promise<ImportErrorRow[]> {
  return db
    .select()
    .from(importError)
    .where(eq(importError.runId, runId))
    .orderBy(asc(importError.line), asc(importError.id))
    .limit(most)
    .offset(offset);
}

/** The next bad rows after a line, with their errors, by line. */
export async function badRowsAfter(
  db: Queryable,
  runId: number,
  after: number,
  most: number,
): Promise<{ line: number; cells: string; errors: ImportErrorRow[] }[]> {
  const rows = await db
    .select({ line: importRow.line, cells: importRow.cells })
    .from(importRow)
    .where(and(eq(importRow.runId, runId), gt(importRow.line, after)))
    .orderBy(asc(importRow.line))
    .limit(most);
  const lines = rows.map(({ line }) => line);
  if (lines.length === 0) return [];
  const errors = await db
    .select()
    .from(importError)
    .where(and(eq(importError.runId, runId), inArray(importError.line, lines)))
    .orderBy(asc(importError.id));
  return rows.map((row) => ({ ...row, errors: errors.filter(({ line }) => line === row.line) }));
}

/** A product as it stands, with its pictures in order. */
export interface StandingProduct {
  readonly product: ProductRow;
  readonly categorySlug: string;
  readonly images: readonly { readonly id: number; readonly sha256: string; readonly position: number }[];
  /** Pictures that are not attached yet. */
  readonly jobs: readonly { readonly id: number; readonly state: string; readonly position: number }[];
}

/** The merchant's products with these skus, deleted ones included, by sku in lower case (which the key does not tell apart). */
export async function standingProducts(
  db: Queryable,
  merchantId: number,
  skus: readonly string[],
): Promise<Map<string, StandingProduct>> {
  if (skus.length === 0) return new Map();
  const rows = await db
    .select({ product, categorySlug: category.slug })
    .from(product)
    .innerJoin(category, eq(category.id, product.categoryId))
    .where(and(eq(product.merchantId, merchantId), inArray(product.sku, [...skus])));
  const ids = rows.map((row) => row.product.id);
  const [images, jobs] = await Promise.all([shownImages(db, ids), pendingJobs(db, ids)]);
  return new Map(
    rows.map((row) => [
      row.product.sku.toLowerCase(),
      { ...row, images: images.get(row.product.id) ?? [], jobs: jobs.get(row.product.id) ?? [] },
    ]),
  );
}

async function shownImages(db: Queryable, productIds: readonly number[]) {
  if (productIds.length === 0) return new Map<number, StandingProduct['images']>();
  const { id, productId, sha256, position } = productImage;
  const rows = await db
    .select({ id, productId, sha256, position })
    .from(productImage)
    .where(and(inArray(productId, [...productIds]), isNotNull(position)))
    .orderBy(asc(position));
  return byProduct(rows);
}

async function pendingJobs(db: Queryable, productIds: readonly number[]) {
  if (productIds.length === 0) return new Map<number, StandingProduct['jobs']>();
  const { id, productId, state, position } = imageJob;
  const rows = await db
    .select({ id, productId, state, position })
    .from(imageJob)
    .where(and(inArray(productId, [...productIds]), ne(state, 'attached')))
    .orderBy(asc(position));
  return byProduct(rows);
}

function byProduct<T extends { readonly productId: number | null; readonly position: number | null }>(
  rows: readonly T[],
): Map<number, (T & { readonly position: number })[]> {
  const groups = new Map<number, (T & { readonly position: number })[]>();
  for (const row of rows) {
    const group = groups.get(row.productId ?? 0) ?? [];
    group.push({ ...row, position: row.position ?? 0 });
    groups.set(row.productId ?? 0, group);
  }
  return groups;
}

/** What became of files that were imported before. */
export interface KnownPicture {
  readonly id: number;
  readonly uploadSha256: string;
  readonly jobId: number | null;
  /** Of the stored picture, by our own note. */
  readonly sha256: string | null;
  /** The same, as the job says. */
  readonly jobSha256: string | null;
}

export async function knownPictures(
  db: Queryable,
  merchantId: number,
  uploads: readonly string[],
): Promise<KnownPicture[]> {
  if (uploads.length === 0) return [];
  const { id, uploadSha256, jobId, sha256 } = importPicture;
  return db
    .select({ id, uploadSha256, jobId, sha256, jobSha256: imageJob.sha256 })
    .from(importPicture)
    .leftJoin(imageJob, eq(imageJob.id, jobId))
    .where(and(eq(importPicture.merchantId, merchantId), inArray(uploadSha256, [...uploads])));
}

export async function notePicture(
  db: Queryable,
  note: {
    readonly merchantId: number;
    readonly uploadSha256: string;
    readonly jobId: number | null;
    readonly sha256: string | null;
  },
): Promise<void> {
  await db.insert(importPicture).values(note);
}

/** Keeps what the jobs know: they are forgotten one day. */
export async function settlePictures(db: Queryable, known: readonly KnownPicture[]): Promise<void> {
  for (const { id, jobSha256 } of known)
    await db.update(importPicture).set({ sha256: jobSha256 }).where(eq(importPicture.id, id));
}

/** Pictures of products of the merchant that are on their way, and those that failed since then. */
export async function pictureCounts(
  db: Queryable,
  merchantId: number,
  since: Date,
): Promise<{ underWay: number; failed: number }> {
  const rows = await db
    .select({ state: imageJob.state, count: count() })
    .from(imageJob)
    .where(
      and(
        eq(imageJob.merchantId, merchantId),
        inArray(imageJob.state, ['waiting', 'working', 'failed']),
        isNotNull(imageJob.productId),
        sql`${imageJob.createdAt} >= ${since}`,
      ),
    )
    .groupBy(imageJob.state);
  const of = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
  return { underWay: of('waiting') + of('working'), failed: of('failed') };
}

/** Pictures of the merchant that wait to be worked or are. */
export async function queuedPictures(db: Queryable, merchantId: number): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(imageJob)
    .where(and(eq(imageJob.merchantId, merchantId), inArray(imageJob.state, ['waiting', 'working'])));
  return row?.count ?? 0;
}

/** The next products of a merchant after a sku, in the order of their skus, along the index that has them so. */
export async function productsAfter(db: Queryable, merchantId: number, after: string, most: number) {
  return db
    .select({ product, categorySlug: category.slug })
    .from(product, { forceIndex: 'product_merchant_sku' })
    .innerJoin(category, eq(category.id, product.categoryId))
    .where(and(eq(product.merchantId, merchantId), eq(product.listed, true), gt(product.sku, after)))
    .orderBy(asc(product.sku), asc(product.id))
    .limit(most);
}
