import {
  claimModelChange,
  describedPictures,
  forgetDescriptions,
  keepModelChange,
  moveModelChange,
  releaseModelChange,
} from '@/db/queries/model-changes';
import {
  countShownPictures,
  countUndescribed,
  lastPicture,
  undescribedPictures,
} from '@/db/queries/undescribed';
import { changeTicket, type ModelChangeRow } from '@/db/schema';
import { Alarm } from '@/lib/alarm';
import { changeCatalogue } from '@/lib/catalogue/change-catalogue';
import type { DescribedStep, PictureFailure } from '@/lib/catalogue/describe-pictures';
import { modelInUse } from '@/lib/catalogue/model-in-use';
import { announceChange, onChange } from '@/lib/changes';
import type { PooledDatabase } from '@/lib/database';
import { DalmaError, messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import { knownModels, ModelError, modelPresence } from '@/lib/vision';

const POLL_MS = 1_000;
const LOCK_SECONDS = 30;
/** So often within that time a sign of life is given, whatever else happens. */
const SIGNS_OF_LIFE = 3;
const LONGEST_PAUSE_MS = 30_000;
/** Errors in a row after which an admin has to look: what may pass would have passed. */
const MOST_ERRORS = 8;
const REMOVED_AT_A_TIME = 500;
const FAILURES_LISTED = 100;

export interface ModelChangerOptions {
  /** Unlike that of any other process: `host:pid`. */
  readonly id: string;
  readonly db: () => PooledDatabase;
  /** Another process may take over so long after this one's last sign of life. */
  readonly lockSeconds?: number;
}

/**
 * Does what there is to do for the change of the model: one process at a time, known by a lock in the change's row that
 * it renews while it lives. What is done is in the database step by step, so that whoever comes next goes on from there.
 */
export class ModelChanger {
  readonly #alarm = new Alarm();
  readonly #stop = new AbortController();
  #running: Promise<void> | null = null;
  #errors = 0;

  constructor(private readonly options: ModelChangerOptions) {}

  /** Begins looking for something to do, in the background. */
  start(): void {
    this.#running ??= this.#run();
  }

  /** Ends the step under way and lets another process go on; resolves when nothing of it runs any more. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#alarm.ring();
    await this.#running;
  }

  async #run(): Promise<void> {
    const unsubscribe = onChange(() => this.#alarm.ring());
    while (!this.#stop.signal.aborted) {
      try {
        const worked = await this.#turn();
        this.#errors = 0;
        if (worked) continue;
      } catch (error) {
        if (this.#errors++ === 0)
          log().error({ error: messageOf(error) }, 'The change of the model is interrupted; trying again');
      }
      await this.#alarm.wait(Math.min(POLL_MS * 2 ** Math.min(this.#errors, 6), LONGEST_PAUSE_MS));
    }
    unsubscribe();
  }

  /** Does what there is to do now. @returns whether there was something */
  async #turn(): Promise<boolean> {
    const { id, lockSeconds = LOCK_SECONDS } = this.options;
    const db = this.options.db();
    const change = await claimModelChange(db, id, lockSeconds, await presentModels());
    if (!change) return false;
    const turn = new Turn(db, change, { id, lockSeconds }, this.#stop.signal);
    try {
      await turn.work();
    } catch (error) {
      if (error instanceof LockLost) return false;
      await this.#afterError(db, change, error);
    } finally {
      turn.end();
      await releaseModelChange(db, change.id, id).catch(() => {});
    }
    return true;
  }

  /** A network that cannot be used will not mend itself; anything else may. */
  async #afterError(db: PooledDatabase, change: ModelChangeRow, error: unknown): Promise<void> {
    if (!(error instanceof ModelError || error instanceof CannotBeDone) && this.#errors < MOST_ERRORS)
      throw error;
    const text = messageOf(error);
    log().error({ toModel: change.toModel, error: text }, 'The change of the model has failed');
    await moveModelChange(db, change.id, [change.state], 'failed', { error: text });
  }
}

/** The change is somebody else's now, or was given up: its work is to be left as it is. */
class LockLost extends DalmaError {
  override readonly name = 'LockLost';
}

/** What is wanted makes no sense, now or later: an admin has to look. */
class CannotBeDone extends DalmaError {
  override readonly name = 'CannotBeDone';
}

/** What one process does for a change from taking it to letting go of it. */
class Turn {
  readonly #ended = new AbortController();
  readonly #signal: AbortSignal;
  readonly #life: NodeJS.Timeout;

  constructor(
    private readonly db: PooledDatabase,
    private readonly change: ModelChangeRow,
    private readonly worker: { readonly id: string; readonly lockSeconds: number },
    stop: AbortSignal,
  ) {
    this.#signal = AbortSignal.any([stop, this.#ended.signal]);
    this.#life = setInterval(
      () => void this.#keep({}).catch(() => {}),
      (worker.lockSeconds * 1_000) / SIGNS_OF_LIFE,
    ).unref();
  }

  work(): Promise<void> {
    const { state } = this.change;
    if (state === 'describing') return this.#describe();
    return state === 'switching' ? this.#switch() : this.#remove();
  }

  end(): void {
    clearInterval(this.#life);
    this.#ended.abort();
  }

  async #describe(): Promise<void> {
    while (await this.#pass());
    if (!this.#signal.aborted) await this.#move('described');
  }

  /**
   * Changes over, once a pass has found nothing new: between looking for pictures that came after its beginning and saying
   * so nobody can write into the catalogue. Whoever described a picture by the old model before that and writes it
   * afterwards is noticed by the followers of the change log, who have it described.
   */
  async #switch(): Promise<void> {
    for (;;) {
      const last = await lastPicture(this.db);
      if (await this.#pass()) continue;
      if (this.#signal.aborted) return;
      const { id, toModel } = this.change;
      const done = await this.db.transaction(
        async (tx) => {
          await tx.select().from(changeTicket).for('update');
          const [newer] = await undescribedPictures(tx, toModel, last, 1);
          if (newer) return false;
          if (!(await moveModelChange(tx, id, ['switching'], 'switched'))) throw new LockLost();
          return true;
        },
        { isolationLevel: 'read committed' },
      );
      if (!done) continue;
      log().info({ from: this.change.fromModel, to: toModel }, 'The model has been changed');
      return announceChange();
    }
  }

  /** Lets the model see what it has not seen. @returns whether it has seen anything */
  async #pass(): Promise<boolean> {
    const { toModel } = this.change;
    const [total, missing] = [await countShownPictures(this.db), await countUndescribed(this.db, toModel)];
    let done = Math.max(total - missing, 0);
    const failures: PictureFailure[] = [];
    const note = () =>
      this.#keep({
        totalPictures: total,
        donePictures: done,
        failedPictures: failures.length,
        failures: JSON.stringify(failures.slice(0, FAILURES_LISTED)),
      });
    await note();
    if (missing === 0) return false;
    const onStep = async (step: DescribedStep) => {
      failures.push(...step.failures);
      done += step.pictures - step.failures.length;
      await note();
    };
    const { describePictures } = await import('@/lib/catalogue/describe-pictures');
    const described = await describePictures({ modelId: toModel, onStep, signal: this.#signal });
    if (done === 0 && !this.#signal.aborted)
      throw new CannotBeDone(`None of the ${total} pictures could be described. ${failures[0]?.why ?? ''}`);
    return described > 0 && !this.#signal.aborted;
  }

  async #remove(): Promise<void> {
    const { toModel } = this.change;
    if ((await modelInUse(this.db)) === toModel)
      throw new CannotBeDone(`The model ${toModel} is in use: what it says is not removed.`);
    let removed = 0;
    for (let after = 0; !this.#signal.aborted;) {
      const rows = await describedPictures(this.db, toModel, after, REMOVED_AT_A_TIME);
      if (rows.length === 0) return this.#move('removed');
      await changeCatalogue(this.db, async (tx, touched) => {
        const imageIds = rows.map(({ imageId }) => imageId);
        await forgetDescriptions(tx, toModel, imageIds);
        rows.forEach(({ productId }) => touched(productId));
      });
      after = rows.at(-1)?.imageId ?? Infinity;
      removed += rows.length;
      await this.#keep({
        donePictures: removed,
        totalPictures: Math.max(removed, this.change.totalPictures),
      });
    }
  }

  async #move(to: 'described' | 'removed'): Promise<void> {
    const { id, state } = this.change;
    if (!(await moveModelChange(this.db, id, [state], to))) throw new LockLost();
    log().info({ toModel: this.change.toModel, state: to }, 'The change of the model has come further');
  }

  /** @throws LockLost when somebody else has it, or it was given up */
  async #keep(progress: Parameters<typeof keepModelChange>[4]): Promise<void> {
    const { id, lockSeconds } = this.worker;
    if (await keepModelChange(this.db, this.change, id, lockSeconds, progress)) return;
    this.#ended.abort();
    throw new LockLost();
  }
}

async function presentModels(): Promise<string[]> {
  const models = await Promise.all(
    knownModels().map(async (model) =>
      (await modelPresence(model)).state === 'present' ? [model.entry.id] : [],
    ),
  );
  return models.flat();
}
