import type { Scope } from '@/lib/auth/types';
import { inScope } from '@/lib/auth/scope';
import { jobsByIds } from '@/db/queries/image-jobs';
import { Alarm } from '@/lib/alarm';
import { database } from '@/lib/database';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import { toPictureJob } from '@/lib/merchant/pictures/picture-job';
import type { PictureJob } from '@/lib/merchant/pictures/types';
import { onWake } from '@/lib/wake-ups';

/** It looks by itself so often, and when woken. */
const TICK_MS = 1_000;
/** Between two looks there is at least so much time, however often it is woken. */
const LEAST_MS = 100;

const KEY = Symbol.for('dalma.watch-jobs');
const store = globalThis as { [KEY]?: JobWatch };

interface Watcher {
  readonly scope: Scope;
  readonly ids: readonly number[];
  readonly onState: (job: PictureJob) => void;
  /** What it was told of each last. */
  readonly told: Map<number, string>;
}

/**
 * Tells the state of each of the pictures that are there for this scope, now and at every change, until the returned
 * function is called. All watchers of the process together ask the database once per tick.
 */
export function watchJobs(
  scope: Scope,
  ids: readonly number[],
  onState: (job: PictureJob) => void,
): () => void {
  return (store[KEY] ??= new JobWatch()).add({ scope, ids, onState, told: new Map() });
}

class JobWatch {
  readonly #watchers = new Set<Watcher>();
  readonly #alarm = new Alarm();
  #running = false;

  add(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    this.#alarm.ring();
    if (!this.#running) void this.#run();
    return () => {
      this.#watchers.delete(watcher);
      this.#alarm.ring();
    };
  }

  async #run(): Promise<void> {
    this.#running = true;
    const stopListening = onWake('dalma:picture-states', this.#alarm.ring);
    while (this.#watchers.size > 0) {
      await this.#alarm.wait(TICK_MS);
      await this.#look();
      await new Promise((resolve) => setTimeout(resolve, LEAST_MS));
    }
    stopListening();
    this.#running = false;
  }

  async #look(): Promise<void> {
    const watchers = [...this.#watchers];
    const ids = [...new Set(watchers.flatMap((watcher) => watcher.ids))];
    try {
      const rows = await jobsByIds(database(), 'all', ids);
      const jobs = rows.map((row) => ({ merchantId: row.merchantId, job: toPictureJob(row) }));
      for (const watcher of watchers) {
        const wanted = new Set(watcher.ids);
        const his = jobs.filter(
          ({ merchantId, job }) => wanted.has(job.id) && inScope(watcher.scope, merchantId),
        );
        for (const { job } of his) this.#tell(watcher, job);
      }
    } catch (error) {
      log().warn({ error: messageOf(error) }, 'The states of pictures cannot be read; trying again');
    }
  }

  /** Not one who left while the database was asked; and nobody who cannot hear keeps the others from it. */
  #tell(watcher: Watcher, job: PictureJob): void {
    const state = JSON.stringify(job);
    if (!this.#watchers.has(watcher) || watcher.told.get(job.id) === state) return;
    watcher.told.set(job.id, state);
    try {
      watcher.onState(job);
    } catch (error) {
      log().warn({ job: job.id, error: messageOf(error) }, 'The state of a picture could not be told');
    }
  }
}
