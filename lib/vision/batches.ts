/**
 * Gathers single jobs into batches: while one batch runs, the next one fills up. One batch runs at a time, in the
 * order of submission; a job waits for company no longer than until the runner is free.
 */
export class Batches<Job, Result> {
  readonly #run: (jobs: Job[]) => Promise<Result[]>;
  readonly #size: number;
  #waiting: Waiting<Job, Result>[] = [];
  #running = false;

  /** @param run gives one result per job, in the same order; when it throws, each job of that batch fails so. */
  constructor(size: number, run: (jobs: Job[]) => Promise<Result[]>) {
    this.#size = size;
    this.#run = run;
  }

  submit(job: Job): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
      if (!this.#running) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) {
      await arrivals();
      const batch = this.#waiting.splice(0, this.#size);
      try {
        const results = await this.#run(batch.map(({ job }) => job));
        batch.forEach(({ resolve }, i) => resolve(results[i]!));
      } catch (error) {
        batch.forEach(({ reject }) => reject(error));
      }
    }
    this.#running = false;
  }
}

interface Waiting<Job, Result> {
  readonly job: Job;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Lets what other threads have finished meanwhile (decoded pictures) come in first. */
function arrivals(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
