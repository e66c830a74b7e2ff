import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { claimRun } from '@/db/queries/imports';
import { database } from '@/lib/database';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import { checkRun } from '@/lib/merchant/imports/check-run';
import { ImportFileError } from '@/lib/merchant/imports/file-error';
import { HeldRun, RunLost } from '@/lib/merchant/imports/held-run';
import { importRows } from '@/lib/merchant/imports/run-rows';
import { FORGOTTEN_MS, sweepImports } from '@/lib/merchant/imports/sweep-imports';
import type { FileProblem } from '@/lib/merchant/imports/types';
import { storage } from '@/lib/storage';

export interface ImportWorkOptions {
  /** Ends it. */
  readonly signal: AbortSignal;
  /** For the table: which process it is. */
  readonly id?: string;
  /** Whoever does not say for so long that it is still at it is taken for lost. */
  readonly holdMs?: number;
  /** How often it looks for work. */
  readonly pollMs?: number;
}

/** What one process does at once: long imports do not keep other files from being checked. */
const AT_ONCE: readonly (readonly ('checking' | 'running')[])[] = [
  ['checking'],
  ['checking', 'running'],
  ['checking', 'running'],
];
const HOLD_MS = 20_000;
const POLL_MS = 700;
const SWEEP_EVERY_MS = 10 * 60_000;
const LONGEST_ID = 24;
/** How long a file waits to be checked again after a fault of ours. */
const RETRY_MS: readonly number[] = [5_000, 60_000];
/** A run that so many processes were lost over without getting on, or failed at, is not given to another. */
const MOST_ATTEMPTS = RETRY_MS.length + 1;

/** Works on imports until the signal: checks files and puts rows in, also those that a dead process has left. */
export async function workImports(options: ImportWorkOptions): Promise<void> {
  await Promise.all([...AT_ONCE.map((states) => workOneByOne(options, states)), sweepNowAndThen(options)]);
}

/**
 * Works on one run now, as far as it goes: until it is checked, done, failed, or somebody's who paused or cancelled it.
 * @returns whether there was something to do
 */
export async function workOnImport(runId: number, options: ImportWorkOptions): Promise<boolean> {
  return workOnNext(options, { only: runId });
}

/** At once, too: who died may have left something. */
async function sweepNowAndThen({ signal }: ImportWorkOptions): Promise<void> {
  while (!signal.aborted) {
    await sweepImports(FORGOTTEN_MS).catch((error: unknown) =>
      log().error({ error: messageOf(error) }, 'Files of imports cannot be swept; trying again'),
    );
    await pause(SWEEP_EVERY_MS, undefined, { signal }).catch(() => {});
  }
}

async function workOneByOne(
  options: ImportWorkOptions,
  states: readonly ('checking' | 'running')[],
): Promise<void> {
  const { signal, pollMs = POLL_MS } = options;
  while (!signal.aborted) {
    const worked = await workOnNext(options, { only: null, states }).catch((error: unknown) => {
      log().error({ error: messageOf(error) }, 'Imports cannot be worked on; trying again');
      return false;
    });
    if (!worked) await pause(pollMs, undefined, { signal }).catch(() => {});
  }
}

async function workOnNext(
  { signal, id = 'here', holdMs = HOLD_MS }: ImportWorkOptions,
  which: Parameters<typeof claimRun>[3],
): Promise<boolean> {
  const holder = `${id.slice(0, LONGEST_ID)}/${randomUUID()}`.slice(0, 64);
  const row = await database().transaction((tx) => claimRun(tx, holder, holdMs, which), {
    isolationLevel: 'read committed',
  });
  if (!row) return false;
  const run = new HeldRun(row, holder, holdMs, signal);
  try {
    if (row.attempts >= MOST_ATTEMPTS) await giveUp(run, [{ code: 'worker-lost' }]);
    else await (row.state === 'checking' ? checkRun(run) : importRows(run));
  } catch (error) {
    if (!(error instanceof RunLost)) await fail(run, error);
  } finally {
    await run.release();
  }
  return true;
}

/**
 * The file's fault is told with all that is wrong, and the file is not needed any more. A fault of ours is logged: the file
 * is checked again after a while, and rows that were going in can be gone on with.
 */
async function fail(run: HeldRun, error: unknown): Promise<void> {
  try {
    if (error instanceof ImportFileError) return await giveUp(run, error.problems);
    log().error({ run: run.id, error: messageOf(error) }, 'An import failed');
    const problems: readonly FileProblem[] = [{ code: 'unexpected' }];
    const wait = RETRY_MS[run.row.attempts];
    if (run.row.state === 'running')
      await run.change({ ...FREE, state: 'paused', error: JSON.stringify(problems) });
    else if (wait === undefined) await giveUp(run, problems);
    else await run.postpone(wait);
  } catch (lost) {
    if (!(lost instanceof RunLost)) throw lost;
  }
}

const FREE = { lockedUntil: null, lockedBy: null };

/** The run ends here; what is in stays. */
async function giveUp(run: HeldRun, problems: readonly FileProblem[]): Promise<void> {
  await run.change({ ...FREE, state: 'failed', error: JSON.stringify(problems) });
  log().warn({ run: run.id, problems }, 'An import was given up');
  await storage().delete(run.row.fileKey);
}
