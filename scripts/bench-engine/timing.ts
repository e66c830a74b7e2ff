export interface Timing {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly meanMs: number;
  /** Processor time per query, mean of the best run: what a busy machine does not distort. */
  readonly cpuMs: number;
  /** Least and greatest median of the runs. */
  readonly spreadMs: readonly [number, number];
}

/** One thing to time: called with the number of the query. What it returns is kept, so that nothing is optimised away. */
export type Job = (query: number) => number;

const RUNS = 5;

/**
 * Times every job for every query, in five runs that take turns between the jobs, so that a noisy minute of the machine
 * hits all of them. Each job is warmed up first.
 */
export function timeAll<Name extends string>(
  jobs: ReadonlyMap<Name, Job>,
  queries: number,
): Map<Name, Timing> {
  const runs = new Map([...jobs.keys()].map((name): [Name, Run[]] => [name, []]));
  let sink = 0;
  for (const job of jobs.values()) for (let q = 0; q < queries; q++) sink += job(q);
  for (let run = 0; run < RUNS; run++) {
    for (const [name, job] of jobs) {
      const times: number[] = [];
      const cpu = process.cpuUsage();
      for (let q = 0; q < queries; q++) {
        const start = performance.now();
        sink += job(q);
        times.push(performance.now() - start);
      }
      const { user, system } = process.cpuUsage(cpu);
      runs.get(name)!.push({ times, cpuMs: (user + system) / 1000 / queries });
    }
  }
  if (Number.isNaN(sink)) throw new Error('a job returned no number');
  return new Map([...runs].map(([name, each]) => [name, summarise(each)]));
}

/** One run of a job: milliseconds per query, and mean processor time. */
export interface Run {
  readonly times: readonly number[];
  readonly cpuMs: number;
}

export function summarise(runs: readonly Run[]): Timing {
  const all = runs.flatMap(({ times }) => times);
  const medians = runs.map(({ times }) => percentile(times, 0.5));
  return {
    p50Ms: percentile(all, 0.5),
    p95Ms: percentile(all, 0.95),
    p99Ms: percentile(all, 0.99),
    meanMs: all.reduce((sum, time) => sum + time, 0) / all.length,
    cpuMs: Math.min(...runs.map(({ cpuMs }) => cpuMs)),
    spreadMs: [Math.min(...medians), Math.max(...medians)],
  };
}

/** The least time that the given share of all times do not exceed. */
function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]!;
}
