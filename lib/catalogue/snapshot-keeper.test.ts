import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { IndexSnapshots } from '@/lib/catalogue/index-snapshots';
import { LiveIndex } from '@/lib/catalogue/live-index';
import { SnapshotKeeper } from '@/lib/catalogue/snapshot-keeper';
import { log } from '@/lib/log';

const rhythm = { changes: 10, everyMs: 600, pauseMs: 100 };
const live = new LiveIndex('any');
const at = (seq: number) => ({ seq, horizon: { seq, productId: 1, at: new Date(0) } });
const taken = new Date(1);

let snapshots: IndexSnapshots;
let keeper: SnapshotKeeper;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.stubEnv('LOG_LEVEL', 'silent');
  snapshots = new IndexSnapshots('/nowhere', 'any');
  vi.spyOn(snapshots, 'write').mockResolvedValue(taken);
  keeper = new SnapshotKeeper(snapshots, rhythm);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

it('an index that was read from the database is written at once', async () => {
  keeper.begin(null);
  expect(await writtenBy(at(5))).toBe(true);
  expect(keeper.takenAt).toBe(taken);
});

it('one made from a snapshot is written when ten changes have come, but not before the pause is over', async () => {
  keeper.begin({ seq: 5, takenAt: taken });
  expect(await writtenBy(at(15))).toBe(false);
  vi.advanceTimersByTime(100);
  expect(await writtenBy(at(14))).toBe(false);
  expect(await writtenBy(at(15))).toBe(true);
  expect(await writtenBy(at(25))).toBe(false);
  vi.advanceTimersByTime(100);
  expect(await writtenBy(at(25))).toBe(true);
});

it('with fewer changes it is written after a while, and without any never', async () => {
  keeper.begin({ seq: 5, takenAt: taken });
  vi.advanceTimersByTime(599);
  expect(await writtenBy(at(6))).toBe(false);
  vi.advanceTimersByTime(1);
  expect(await writtenBy(at(5))).toBe(false);
  expect(await writtenBy(at(6))).toBe(true);
});

it('an index without a place in a log is not written', async () => {
  keeper.begin(null);
  expect(await writtenBy({ seq: 3, horizon: null })).toBe(false);
  await keeper.finish(live, { seq: 3, horizon: null });
  expect(snapshots.write).not.toHaveBeenCalled();
});

it('only one is written at a time', async () => {
  const write = gate();
  vi.mocked(snapshots.write).mockReturnValueOnce(write.passed);
  keeper.begin(null);
  keeper.offer(live, at(5));
  vi.advanceTimersByTime(10_000);
  keeper.offer(live, at(500));
  expect(snapshots.write).toHaveBeenCalledTimes(1);
  write.open(taken);
  await keeper.settle();
  expect(await writtenBy(at(500))).toBe(true);
});

it('at the end what has changed is written, after what is being written already, and nothing that is saved', async () => {
  const write = gate();
  vi.mocked(snapshots.write).mockReturnValueOnce(write.passed);
  keeper.begin(null);
  keeper.offer(live, at(5));
  const finished = keeper.finish(live, at(6));
  expect(snapshots.write).toHaveBeenCalledTimes(1);
  write.open(taken);
  await finished;
  expect(vi.mocked(snapshots.write).mock.lastCall).toEqual([live, at(6)]);
  await keeper.finish(live, at(6));
  expect(snapshots.write).toHaveBeenCalledTimes(2);
});

it('a failure is said once, with folder and reason, and tried again; success after it is said too', async () => {
  const [warn, info] = [vi.spyOn(log(), 'warn'), vi.spyOn(log(), 'info')];
  vi.mocked(snapshots.write)
    .mockRejectedValueOnce(new Error('ENOSPC'))
    .mockRejectedValueOnce(new Error('ENOSPC'));
  keeper.begin(null);
  for (let i = 0; i < 3; i++) {
    expect(await writtenBy(at(5))).toBe(true);
    expect(await writtenBy(at(5))).toBe(false);
    vi.advanceTimersByTime(100);
  }
  expect(warn.mock.calls).toEqual([
    [{ folder: '/nowhere/any', error: 'ENOSPC' }, 'A snapshot of the index cannot be written; retrying'],
  ]);
  expect(info).toHaveBeenCalledExactlyOnceWith('Snapshots of the index can be written again');
});

/** Whether offering the index had it written. */
async function writtenBy(position: Parameters<SnapshotKeeper['offer']>[1]): Promise<boolean> {
  const before = vi.mocked(snapshots.write).mock.calls.length;
  keeper.offer(live, position);
  await keeper.settle();
  return vi.mocked(snapshots.write).mock.calls.length > before;
}

function gate() {
  let open: (value: Date) => void = () => {};
  const passed = new Promise<Date>((resolve) => (open = resolve));
  return { passed, open: (value: Date) => open(value) };
}
