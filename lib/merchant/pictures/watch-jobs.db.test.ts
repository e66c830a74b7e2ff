import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import * as queries from '@/db/queries/image-jobs';
import { imageJob } from '@/db/schema';
import type { Scope } from '@/lib/auth/types';
import type { PictureJob } from '@/lib/merchant/pictures/types';
import { watchJobs } from '@/lib/merchant/pictures/watch-jobs';
import { wake } from '@/lib/wake-ups';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';

vi.mock('@/db/queries/image-jobs', { spy: true });

const MINE: Scope = { merchantId: 1 };
const SOON = { timeout: 10_000, interval: 20 };

let test: TestDatabase;
let leave: (() => void)[] = [];

beforeAll(async () => void (test = await createTestDatabase()));
afterAll(() => test.drop());
beforeEach(() => test.db.delete(imageJob));
afterEach(() => {
  leave.forEach((stop) => stop());
  leave = [];
  vi.mocked(queries.jobsByIds).mockClear();
});

it('tells the state now and each change once, also one that nobody announced, and nothing after it was left', async () => {
  const id = await job();
  const told = watch(MINE, [id]);
  await vi.waitFor(() => expect(states(told)).toEqual(['waiting']), SOON);
  await set(id, 'working');
  wake('dalma:picture-states');
  await vi.waitFor(() => expect(states(told)).toEqual(['waiting', 'working']), SOON);
  await set(id, 'failed');
  await vi.waitFor(
    () => expect(told.at(-1)).toMatchObject({ state: 'failed', errorCode: 'unexpected' }),
    SOON,
  );

  const other = watch(MINE, [id]);
  await vi.waitFor(() => expect(states(other)).toEqual(['failed']), SOON);
  leave.forEach((stop) => stop());
  await set(id, 'waiting');
  const later = watch(MINE, [id]);
  await vi.waitFor(() => expect(states(later)).toEqual(['waiting']), SOON);
  expect(states(told)).toEqual(['waiting', 'working', 'failed']);
});

it('another merchant’s pictures are not told of, though somebody else of this process watches them', async () => {
  const [mine, his] = [await job(1), await job(2)];
  const admin = watch('all', [mine, his]);
  const merchant = watch(MINE, [mine, his]);
  await vi.waitFor(() => expect(admin).toHaveLength(2), SOON);
  await vi.waitFor(() => expect(merchant).toHaveLength(1), SOON);
  expect(merchant[0]?.id).toBe(mine);
});

it('who leaves while the database is asked is told nothing more, and one who cannot hear keeps nobody else from it', async () => {
  const id = await job();
  const { jobsByIds } = await vi.importActual<typeof queries>('@/db/queries/image-jobs');
  const left: PictureJob[] = [];
  const stop = watchJobs(MINE, [id], (state) => left.push(state));
  leave.push(
    watchJobs(MINE, [id], () => {
      throw new Error('This stream was closed.');
    }),
  );
  vi.mocked(queries.jobsByIds).mockImplementationOnce(async (...asked) => {
    stop();
    return jobsByIds(...asked);
  });
  const told = watch(MINE, [id]);
  await vi.waitFor(() => expect(states(told)).toEqual(['waiting']), SOON);
  expect(queries.jobsByIds).toHaveBeenCalledTimes(1);
  expect(left).toEqual([]);
});

it('fifty watchers cost one question to the database per look', async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, () => job()));
  const all = Array.from({ length: 50 }, (_, i) => watch(MINE, [ids[i % 10]!]));
  await vi.waitFor(() => expect(all.every((told) => told.length === 1)).toBe(true), SOON);
  const asked = vi.mocked(queries.jobsByIds).mock.calls.length;
  expect(asked).toBeLessThanOrEqual(2);
  await set(ids[0]!, 'working');
  for (let i = 0; i < 100; i++) wake('dalma:picture-states');
  await vi.waitFor(() => expect(states(all[0]!)).toEqual(['waiting', 'working']), SOON);
  expect(vi.mocked(queries.jobsByIds).mock.calls.length - asked).toBeLessThanOrEqual(2);
});

it('a database that does not answer for a while ends nobody’s watch', async () => {
  const id = await job();
  const told = watch(MINE, [id]);
  await vi.waitFor(() => expect(told).toHaveLength(1), SOON);
  vi.mocked(queries.jobsByIds).mockRejectedValueOnce(new Error('gone away'));
  wake('dalma:picture-states');
  await vi.waitFor(() => expect(vi.mocked(queries.jobsByIds).mock.results.at(-1)?.type).toBeDefined(), SOON);
  await set(id, 'working');
  await vi.waitFor(() => expect(states(told)).toEqual(['waiting', 'working']), SOON);
});

function watch(scope: Scope, ids: readonly number[]): PictureJob[] {
  const told: PictureJob[] = [];
  leave.push(watchJobs(scope, ids, (one) => told.push(one)));
  return told;
}

function job(merchantId = 1): Promise<number> {
  return queries.insertJob(test.db, { merchantId, uploadKey: 'k', fileName: 'x', bytes: 1, lane: 1 });
}

async function set(id: number, state: 'waiting' | 'working' | 'failed'): Promise<void> {
  await test.db.update(imageJob).set({ state, errorCode: 'no such code' }).where(eq(imageJob.id, id));
}

const states = (told: readonly PictureJob[]) => told.map(({ state }) => state);
