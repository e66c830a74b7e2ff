import {
  advanceRun,
  changeHeld,
  keepRun,
  postponeRun,
  type Counts,
  type RunChange,
} from '@/db/queries/imports';
import type { Queryable } from '@/db';
import type { ImportRunRow } from '@/db/schema';
import { database } from '@/lib/database';
import { DalmaError, messageOf } from '@/lib/errors';
import { log } from '@/lib/log';

/** The run is no longer ours: somebody paused or cancelled it, or took it over because we were silent for too long. */
export class RunLost extends DalmaError {
  override readonly name = 'RunLost';
}

/** A run that this process works on, for as long as it says so. */
export class HeldRun {
  readonly #losing = new AbortController();
  readonly #staying: NodeJS.Timeout;

  /** @param signal ends the work from outside */
  constructor(
    readonly row: ImportRunRow,
    private readonly holder: string,
    private readonly holdMs: number,
    private readonly signal: AbortSignal,
  ) {
    this.#staying = setInterval(() => void this.#stay(), Math.max(10, Math.min(1_000, holdMs / 3)));
  }

  get id(): number {
    return this.row.id;
  }

  /** @throws RunLost when it is time to stop */
  check(): void {
    if (this.signal.aborted || this.#losing.signal.aborted) throw this.#lost();
  }

  /** Aborted when it is time to stop. */
  get ending(): AbortSignal {
    return AbortSignal.any([this.signal, this.#losing.signal]);
  }

  /** @param db a transaction of somebody's, which is undone, too @throws RunLost, and nothing is changed */
  async change(change: RunChange, db: Queryable = database()): Promise<void> {
    if (!(await changeHeld(db, this.id, this.holder, change))) throw this.#lost();
  }

  /** Adds to the counts, in a transaction of somebody's. @throws RunLost, so that the transaction is undone */
  async advance(db: Queryable, by: Counts): Promise<void> {
    if (!(await advanceRun(db, this.id, this.holder, by))) throw this.#lost();
  }

  /** Lets go of it, and nobody takes it before that time has passed. @throws RunLost */
  async postpone(pauseMs: number): Promise<void> {
    if (!(await postponeRun(database(), this.id, this.holder, pauseMs))) throw this.#lost();
  }

  /** Lets go of it at once, so that another may take it without waiting. */
  async release(): Promise<void> {
    clearInterval(this.#staying);
    await changeHeld(database(), this.id, this.holder, { lockedUntil: null, lockedBy: null });
  }

  async #stay(): Promise<void> {
    try {
      if (!(await keepRun(database(), this.id, this.holder, this.holdMs))) this.#losing.abort();
    } catch (error) {
      log().warn(
        { run: this.id, error: messageOf(error) },
        'Could not say that an import is still worked on',
      );
    }
  }

  #lost(): RunLost {
    return new RunLost(`Import ${this.id} is no longer this process's.`);
  }
}
