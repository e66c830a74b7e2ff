import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { anyDue, claimJobs, giveBackJob, prolong, takeFromLost, type HeldJob } from '@/db/queries/image-jobs';
import { Alarm } from '@/lib/alarm';
import { modelInUse } from '@/lib/catalogue/writing';
import { database } from '@/lib/database';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import { finishLeft, tidyUp } from '@/lib/merchant/pictures/tidy-up';
import { workPicture } from '@/lib/merchant/pictures/work-picture';
import { loadExtractor } from '@/lib/vision';
import { onWake } from '@/lib/wake-ups';

export interface WorkerOptions {
  /** Ends it. */
  readonly signal: AbortSignal;
  /** For the log and the table: which process it is. */
  readonly id: string;
  /** Whoever does not say for so long that it is still at it is taken for lost. */
  readonly holdMs?: number;
  /** How often it looks for work by itself. */
  readonly pollMs?: number;
  /** At the end, how long it waits for what it has in hand before giving that back. */
  readonly graceMs?: number;
  /** Told the numbers of the pictures that it has just taken, before it works on them. */
  readonly onTaken?: (ids: readonly number[]) => void;
}

/** As many as fill the network's batch, and some to be decoded meanwhile. */
const IN_HAND = 6;
/** A picture over which so many workers were lost is not given to another. */
const MOST_LOST = 3;
const PAUSE_AFTER_FAILURE_MS = 2_000;
const LONGEST_ID = 24;

/** Works the queue until the signal, then finishes what it has in hand, or gives it back. */
export async function runWorker(options: WorkerOptions): Promise<void> {
  await new PictureWorker(options).run();
}

class PictureWorker {
  readonly #signal: AbortSignal;
  readonly #name: string;
  readonly #holdMs: number;
  readonly #pollMs: number;
  readonly #graceMs: number;
  readonly #onTaken: (ids: readonly number[]) => void;
  readonly #inHand = new Map<number, { readonly job: HeldJob; readonly done: Promise<void> }>();
  readonly #alarm = new Alarm();
  #claims = 0;

  constructor(options: WorkerOptions) {
    const { signal, id, holdMs = 30_000, pollMs = 1_000, graceMs = 2_500, onTaken = () => {} } = options;
    this.#signal = signal;
    this.#name = `${id.slice(0, LONGEST_ID)}/${randomUUID().slice(0, 8)}`;
    this.#holdMs = holdMs;
    this.#pollMs = pollMs;
    this.#graceMs = graceMs;
    this.#onTaken = onTaken;
  }

  async run(): Promise<void> {
    const stopListening = onWake('dalma:picture-work', this.#alarm.ring);
    const staying = setInterval(() => void this.#stay(), this.#holdMs / 3);
    this.#signal.addEventListener('abort', this.#alarm.ring);
    while (!this.#signal.aborted) {
      if (!(await this.#round())) await this.#alarm.wait(this.#pollMs);
    }
    await this.#end();
    clearInterval(staying);
    stopListening();
  }

  /** @returns whether there may be more to take at once */
  async #round(): Promise<boolean> {
    try {
      await this.#takeFromLost();
      const begun = await this.#begin();
      await finishLeft();
      if (begun === 0 && this.#inHand.size === 0) await tidyUp();
      return begun > 0;
    } catch (error) {
      log().error({ error: messageOf(error) }, 'The queue of pictures cannot be worked; trying again');
      await pause(PAUSE_AFTER_FAILURE_MS, undefined, { signal: this.#signal }).catch(() => {});
      return false;
    }
  }

  /** Takes as many as there is room for. The network is loaded first: without it nothing is taken. */
  async #begin(): Promise<number> {
    const room = IN_HAND - this.#inHand.size;
    if (room === 0 || this.#isAlone() || !(await anyDue(database()))) return 0;
    const extractor = await loadExtractor(await modelInUse());
    const worker = {
      name: `${this.#name}#${++this.#claims}`,
      holdMs: this.#holdMs,
      idle: this.#inHand.size === 0,
    };
    const jobs = await database().transaction((tx) => claimJobs(tx, worker, room), {
      isolationLevel: 'read committed',
    });
    if (jobs.length > 0) this.#onTaken(jobs.map(({ id }) => id));
    for (const job of jobs) this.#take(job, workPicture(job, extractor));
    return jobs.length;
  }

  #take(job: HeldJob, work: Promise<void>): void {
    const done = work
      .catch((error: unknown) => log().error({ job: job.id, error: messageOf(error) }, 'A picture was left'))
      .finally(() => {
        this.#inHand.delete(job.id);
        this.#alarm.ring();
      });
    this.#inHand.set(job.id, { job, done });
  }

  /** While it has one that others were lost over it takes no other. */
  #isAlone(): boolean {
    return [...this.#inHand.values()].some(({ job }) => job.lane === 0);
  }

  async #takeFromLost(): Promise<void> {
    const lost = await database().transaction((tx) => takeFromLost(tx, MOST_LOST), {
      isolationLevel: 'read committed',
    });
    for (const job of lost)
      log().warn({ job: job.id, lost: job.lost + 1 }, 'A worker was lost over a picture');
  }

  async #stay(): Promise<void> {
    const jobs = [...this.#inHand.values()].map(({ job }) => job);
    await prolong(database(), jobs, this.#holdMs).catch((error: unknown) =>
      log().warn({ error: messageOf(error) }, 'Could not say that pictures are still being worked'),
    );
  }

  async #end(): Promise<void> {
    const left = () => [...this.#inHand.values()];
    await Promise.race([Promise.all(left().map(({ done }) => done)), pause(this.#graceMs)]);
    for (const { job } of left()) {
      await giveBackJob(database(), job).catch((error: unknown) =>
        log().warn({ job: job.id, error: messageOf(error) }, 'A picture could not be given back'),
      );
    }
  }
}
