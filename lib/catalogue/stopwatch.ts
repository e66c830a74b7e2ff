/** Milliseconds spent in each part of one search. */
export interface SimilarTimings {
  /** Fetching the picture that is asked about. */
  readonly query: number;
  /** Finding the candidates in the index. */
  readonly narrowing: number;
  /** Waiting for the database to say what candidates are compared by; where it does, their cards come with it. */
  readonly features: number;
  /** Comparing candidates, with the reading of the feature file where there is one. */
  readonly rerank: number;
  /** Waiting for what the cards of the results show. */
  readonly details: number;
}

/** Adds up how long the parts of a search take. */
export class Stopwatch {
  readonly times = { query: 0, narrowing: 0, features: 0, rerank: 0, details: 0 };

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
