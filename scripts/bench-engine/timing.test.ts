import { describe, expect, test } from 'vitest';
import { summarise, timeAll } from './timing';

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('a summary of runs', () => {
  test('takes percentiles over the times of all runs: the least that so many do not exceed', () => {
    const { p50Ms, p95Ms, p99Ms, meanMs } = summarise([
      { times: upTo(50).reverse(), cpuMs: 1 },
      { times: upTo(100).slice(50), cpuMs: 1 },
    ]);
    expect({ p50Ms, p95Ms, p99Ms, meanMs }).toEqual({ p50Ms: 50, p95Ms: 95, p99Ms: 99, meanMs: 50.5 });
  });

  test('of a single time says that time', () => {
    expect(summarise([{ times: [7], cpuMs: 3 }])).toEqual({
      ...{ p50Ms: 7, p95Ms: 7, p99Ms: 7, meanMs: 7 },
      cpuMs: 3,
      spreadMs: [7, 7],
    });
  });

  test('spreads from the least to the greatest median of a run, and takes the processor time of the best', () => {
    const runs = [
      { times: [1, 9, 9], cpuMs: 8 },
      { times: [2, 3, 4], cpuMs: 3 },
      { times: [1, 5, 6], cpuMs: 5 },
    ];
    expect(summarise(runs)).toMatchObject({ spreadMs: [3, 9], cpuMs: 3 });
  });
});

test('every job is called once to warm up and in five runs, for each query, and jobs take turns', () => {
  const calls: string[] = [];
  const job = (name: string) => (query: number) => calls.push(`${name}${query}`);
  const timings = timeAll(new Map(['a', 'b'].map((name) => [name, job(name)])), 2);
  expect([...timings.keys()]).toEqual(['a', 'b']);
  expect(calls.join(' ')).toBe(Array(6).fill('a0 a1 b0 b1').join(' '));
});
