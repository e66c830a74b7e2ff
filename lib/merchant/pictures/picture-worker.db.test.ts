import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { claimJobs, insertJob, markReady, takeFromLost } from '@/db/queries/image-jobs';
import { imageJob } from '@/db/schema';
import { retryJob } from '@/lib/merchant/pictures/job-changes';
import { pictureQueue } from '@/lib/merchant/pictures/queue-figures';
import { workPicture } from '@/lib/merchant/pictures/work-picture';
import { storage } from '@/lib/storage';
import { loadExtractor, PictureError } from '@/lib/vision';
import { bundleProgram, type BundledProgram } from '@/scripts/testing/bundle-program';
import { jobsIn, startWorker, type RunningWorker } from '@/scripts/testing/picture-queue';
import { plantShelves } from '@/scripts/testing/plant';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';
import { drawn, upload } from '@/scripts/testing/upload';

const HOLD = { name: 'w', holdMs: 60_000, idle: true };

let test: TestDatabase;
let program: BundledProgram;
let folder: string;
let workers: RunningWorker[] = [];
let children: ChildProcess[] = [];

beforeAll(async () => {
  program = await bundleProgram('scripts/testing/picture-worker.ts');
  test = await createTestDatabase(16);
  folder = mkdtempSync(path.join(tmpdir(), 'dalma-worker-'));
  await plantShelves(test.db);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  program.remove();
  await test.drop();
});
beforeEach(() => test.db.delete(imageJob));
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
  for (const child of children) child.kill('SIGKILL');
  children = [];
});

it('an upload becomes ready: display sizes stored, placeholder, what the network sees, nothing of the camera', async () => {
  const photo = await drawn(1, 700);
  const { id } = await upload(photo);
  work();
  const [job] = await jobsIn(test.db, [id], 'ready');
  const [seen] = await (await loadExtractor()).extract([photo]);
  expect(job).toMatchObject({ width: 700, height: 700, attempts: 1, lockedBy: null, modelId: seen?.modelId });
  expect(job?.placeholder).toMatch(/^data:image\/webp/);
  expect(Buffer.compare(job!.featureBits!, seen!.featureBits)).toBe(0);
  expect(Buffer.compare(job!.intensities!, seen!.intensityBytes)).toBe(0);
  for (const width of [160, 320, 640, 700]) {
    const file = await storage().open(`${job!.sha256!.slice(0, 2)}/${job!.sha256}/${width}.webp`);
    expect(file?.size).toBeGreaterThan(0);
    file?.stream.destroy();
  }
});

it('a damaged picture fails at once with its code, is not tried again by itself, and delays nobody', async () => {
  const whole = await drawn(2);
  const damaged = await upload(whole.subarray(0, 2_000));
  const good = await upload(whole);
  work();
  const [first, second] = await jobsIn(test.db, [damaged.id, good.id], 'failed', 'ready');
  expect(first).toMatchObject({ state: 'failed', errorCode: 'damaged', attempts: 1 });
  expect(second?.state).toBe('ready');
});

it('a picture in which the network sees nothing says so', async () => {
  await upload(await drawn(2));
  const [job] = await test.db.transaction((tx) => claimJobs(tx, HOLD, 1));
  const extract = () => Promise.reject(new PictureError('no-signature', 'Nothing to see.'));
  await workPicture(job!, { modelId: 'm', extract, activations: extract });
  const [failed] = await test.db.select().from(imageJob);
  expect(failed).toMatchObject({
    state: 'failed',
    errorCode: 'no-activation',
    errorMessage: 'Nothing to see.',
  });
});

it('a failure of ours is tried again with growing pauses, five times, and then said to be unexpected', async () => {
  const { id } = await upload(await drawn(3));
  const [row] = await test.db.select().from(imageJob);
  await storage().delete(row!.uploadKey);
  const worker = work();
  const pauses: number[] = [];
  for (let attempt = 1; attempt < 5; attempt++) {
    const waiting = await vi.waitFor(async () => {
      const [job] = await test.db.select().from(imageJob);
      expect(job).toMatchObject({ state: 'waiting', attempts: attempt });
      return job!;
    }, SOON);
    pauses.push(Math.round((waiting.runAfter.getTime() - waiting.updatedAt.getTime()) / 1_000));
    await test.db.update(imageJob).set({ runAfter: waiting.createdAt });
  }
  const [failed] = await jobsIn(test.db, [id], 'failed');
  expect(pauses).toEqual([1, 4, 16, 64]);
  expect(failed).toMatchObject({ errorCode: 'unexpected', attempts: 5 });
  expect(failed?.errorMessage).toContain(row!.uploadKey);

  await worker.stop();
  await storage().put(row!.uploadKey, await drawn(3));
  expect(await retryJob({ merchantId: 1 }, id)).toMatchObject({ state: 'waiting', errorCode: null });
  work();
  expect((await jobsIn(test.db, [id], 'ready'))[0]).toMatchObject({ attempts: 1, errorCode: null });
});

it('many workers that take at once never share a job and leave none', async () => {
  const ids = await Promise.all(Array.from({ length: 200 }, (_, i) => queued(i)));
  const taken: number[] = [];
  const greedy = async (name: string, most: number) => {
    for (;;) {
      const jobs = await test.db.transaction((tx) => claimJobs(tx, { ...HOLD, name }, most), {
        isolationLevel: 'read committed',
      });
      if (jobs.length === 0) return;
      taken.push(...jobs.map(({ id }) => id));
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, i) => greedy(`w${i}`, 1 + i)));
  expect(taken.toSorted((a, b) => a - b)).toEqual(ids.toSorted((a, b) => a - b));
});

it('what a person waits for comes before imports, the longest waiting first', async () => {
  const [bulk, first, second] = [await queued(1, 2), await queued(2, 1), await queued(3, 1)];
  expect(await claimOnce(10)).toEqual([first, second, bulk]);
});

it('who comes back after being taken for lost changes nothing any more', async () => {
  await queued(1);
  const [late] = await test.db.transaction((tx) => claimJobs(tx, { ...HOLD, holdMs: -1 }, 1));
  await test.db.transaction((tx) => takeFromLost(tx, 3));
  const [now] = await test.db.transaction((tx) => claimJobs(tx, { ...HOLD, name: 'other' }, 1));
  expect(now).toMatchObject({ id: late?.id, lost: 1, lane: 0 });
  const facts = {
    ...{ sha256: 'a', width: 1, height: 1, placeholder: '', modelId: 'm' },
    ...{ topFilters: Buffer.alloc(1), featureBits: Buffer.alloc(1), intensities: Buffer.alloc(1) },
  };
  expect(await markReady(test.db, late!, facts)).toBe(false);
  expect(await markReady(test.db, now!, facts)).toBe(true);
});

it('a job others were lost over is worked alone: not together with others, and only by who has nothing in hand', async () => {
  const [suspect, other] = [await queued(1, 0), await queued(2, 1)];
  expect(await claimOnce(10, false)).toEqual([]);
  expect(await claimOnce(10, true)).toEqual([suspect]);
  expect(await claimOnce(10, true)).toEqual([other]);
});

it('at its end a worker gives back what it cannot finish, as if it had never had it', async () => {
  const { id } = await upload(await drawn(4));
  let reached = () => {};
  const begun = new Promise<void>((resolve) => (reached = resolve));
  vi.spyOn(Object.getPrototypeOf(storage()) as ReturnType<typeof storage>, 'open').mockImplementation(() => {
    reached();
    return new Promise(() => {});
  });
  const worker = startWorker({ graceMs: 50 });
  await begun;
  await worker.stop();
  const [job] = await test.db.select().from(imageJob).where(eq(imageJob.id, id));
  expect(job).toMatchObject({ state: 'waiting', attempts: 0, lost: 0, lockedBy: null, lockedUntil: null });
});

it('a worker that is killed loses nothing: its pictures are made ready by another', async () => {
  const ids = [];
  for (let i = 0; i < 8; i++) ids.push((await upload(await drawn(10 + i))).id);
  const journal = newJournal();
  const doomed = startProcess(journal, 'none');
  await vi.waitFor(() => expect(readFileSync(journal, 'utf8')).not.toBe(''), SOON);
  doomed.kill('SIGKILL');
  await once(doomed, 'exit');
  await holdsRunOut();
  startProcess(journal, 'none');
  const jobs = await jobsIn(test.db, ids, 'ready');
  expect(jobs).toHaveLength(8);
}, 180_000);

it('a poison picture that brings down whoever touches it ends as lost after three, and takes nobody along', async () => {
  const ids = [];
  for (let i = 0; i < 6; i++) ids.push((await upload(await drawn(20 + i))).id);
  const rows = await test.db.select().from(imageJob).orderBy(imageJob.id);
  const poison = rows[2]!;
  const journal = newJournal();
  let deaths = 0;
  for (let exit = ''; exit !== 'over';) {
    const [worker, exited] = startUntilExit(journal, poison.uploadKey);
    exit = await Promise.race([exited, jobsIn(test.db, ids, 'ready', 'failed').then(() => 'over')]);
    if (exit !== 'over') {
      expect([++deaths, exit]).toEqual([expect.toSatisfy((n: number) => n <= 3), 'SIGKILL']);
      await holdsRunOut();
    }
    worker.kill('SIGTERM');
  }
  const jobs = await jobsIn(test.db, ids, 'ready', 'failed');
  expect(jobs.filter(({ state }) => state === 'failed').map(({ id }) => id)).toEqual([poison.id]);
  expect(jobs[2]).toMatchObject({ errorCode: 'worker-lost', lost: 3, lockedBy: null });
  expect(deaths).toBe(3);
  expect((await pictureQueue()).failed).toBe(1);
}, 300_000);

const SOON = { timeout: 60_000, interval: 20 };

function work(): RunningWorker {
  const worker = startWorker();
  workers.push(worker);
  return worker;
}

/** A row without a file. @returns its number */
function queued(number: number, lane = 1): Promise<number> {
  return insertJob(test.db, { merchantId: 1, uploadKey: `uploads/${number}`, fileName: 'x', bytes: 1, lane });
}

async function claimOnce(most: number, idle = true): Promise<number[]> {
  const jobs = await test.db.transaction((tx) => claimJobs(tx, { ...HOLD, idle }, most));
  return jobs.map(({ id }) => id);
}

function newJournal(): string {
  const file = path.join(folder, `${Math.random()}`);
  writeFileSync(file, '');
  return file;
}

/** As if the time had gone by after which a worker that says nothing is taken for lost. */
async function holdsRunOut(): Promise<void> {
  await test.db
    .update(imageJob)
    .set({ lockedUntil: sql`utc_timestamp(3) - interval 1 second` })
    .where(eq(imageJob.state, 'working'));
}

function startUntilExit(journal: string, poison: string): [ChildProcess, Promise<string>] {
  const child = startProcess(journal, poison);
  return [child, once(child, 'exit').then(([code, signal]) => String(signal ?? code))];
}

function startProcess(journal: string, poison: string): ChildProcess {
  const env = { ...process.env, DATABASE_URL: test.url, LOG_LEVEL: 'silent' };
  const child = spawn(process.execPath, [program.file, journal, poison], { env, stdio: 'inherit' });
  children.push(child);
  return child;
}
