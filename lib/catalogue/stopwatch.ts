/** Milliseconds spent in each part of one search. */
export interface SimilarTimings {
  /** Waiting for the database. */
  readonly database: number;
  /** Narrowing. */
  readonly index: number;
  /** Comparing candidates, with the reading of the feature file where there is one. */
  readonly rerank: number;
}

/** Adds up how long the parts of a search take. */
export class Stopwatch {
  readonly times = { database: 0, index: 0, rerank: 0 };

  async wait<T>(part: keyof SimilarTimings, work: Promise<T>): Promise<T> {
    const startedAt = performance.now();
    const result = await work;
    this.times[part] += performance.now() - startedAt;
    return result;
  }

  time<T>(part: keyof SimilarTimings, work: () => T): T {
    const startedAt = performance.now();
    const result = work();
    this.times[part] += performance.now() - startedAt;
    return result;
  }
}
