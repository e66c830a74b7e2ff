export interface Spread {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly meanMs: number;
  /** Least and greatest median of the runs. */
  readonly spreadMs: readonly [number, number];
}

/** Of the times of several runs. */
export function spread(runs: readonly (readonly number[])[]): Spread {
  const all = runs.flat();
  const medians = runs.map((times) => percentile(times, 0.5));
  return {
    p50Ms: percentile(all, 0.5),
    p95Ms: percentile(all, 0.95),
    p99Ms: percentile(all, 0.99),
    meanMs: all.reduce((sum, time) => sum + time, 0) / all.length,
    spreadMs: [Math.min(...medians), Math.max(...medians)],
  };
}

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}
