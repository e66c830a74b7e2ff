import { describe, expect, test } from 'vitest';
import { Batches } from './batches';
import { Turns } from './turns';

describe('Batches', () => {
  test('each job gets its own result, whatever batch it was in', async () => {
    const sizes: number[] = [];
    const batches = new Batches<number, number>(4, async (jobs) => {
      sizes.push(jobs.length);
      return jobs.map((job) => job * 10);
    });
    const results = await Promise.all(Array.from({ length: 11 }, (_, i) => batches.submit(i)));
    expect(results).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expect(sizes).toEqual([4, 4, 3]);
  });

  test('one batch runs at a time', async () => {
    let running = 0;
    let most = 0;
    const batches = new Batches<number, number>(1, async (jobs) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      return jobs;
    });
    await Promise.all([1, 2, 3].map((job) => batches.submit(job)));
    expect(most).toBe(1);
  });

  test('a batch that fails fails its own jobs only, and the next ones run', async () => {
    const batches = new Batches<number, number>(2, async (jobs) => {
      if (jobs.includes(1)) throw new Error('broken');
      return jobs;
    });
    const results = await Promise.allSettled([0, 1, 2].map((job) => batches.submit(job)));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
    expect(await batches.submit(7)).toBe(7);
  });
});

describe('Turns', () => {
  test('never more at once than there are turns, and all get their turn in order', async () => {
    const turns = new Turns(3);
    const started: number[] = [];
    let [now, most] = [0, 0];
    const work = (job: number) => async () => {
      started.push(job);
      most = Math.max(most, ++now);
      await new Promise((resolve) => setImmediate(resolve));
      now--;
      return job;
    };
    const jobs = Array.from({ length: 10 }, (_, i) => i);
    expect(await Promise.all(jobs.map((job) => turns.use(work(job))))).toEqual(jobs);
    expect(started).toEqual(jobs);
    expect(most).toBe(3);
  });

  test('work that fails gives its slot back', async () => {
    const turns = new Turns(1);
    await expect(turns.use(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await turns.use(async () => 'free')).toBe('free');
  });
});
