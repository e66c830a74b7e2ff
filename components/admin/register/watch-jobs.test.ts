import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { JobNews } from './pictures';
import { watchJobs } from './watch-jobs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const ready = (id: number): JobNews => ({
  id,
  state: 'ready',
  errorCode: null,
  src: `/media/${id}`,
  width: 1080,
});

/** A watch whose stream and answers the test decides. */
function watched(ids: readonly number[], ask: () => Promise<readonly JobNews[]>) {
  const stream = { close: vi.fn() } as unknown as EventSource;
  const listener = { onNews: vi.fn(), onGone: vi.fn() };
  const asked = vi.fn(ask);
  const stop = watchJobs(ids, { stream: () => stream, ask: asked }, listener);
  const say = (job: JobNews) => stream.onmessage?.({ data: JSON.stringify(job) } as MessageEvent);
  const breakStream = () => stream.onerror?.(new Event('error'));
  return { stream, asked, stop, say, breakStream, ...listener };
}

it('tells at once what the stream says', () => {
  const watch = watched([1], async () => [ready(1)]);
  watch.say(ready(1));
  expect(watch.onNews).toHaveBeenCalledWith([ready(1)]);
  watch.stop();
});

it('asks by itself when the stream breaks, again and again', async () => {
  const watch = watched([1], async () => [ready(1)]);
  await vi.advanceTimersByTimeAsync(0);
  watch.breakStream();
  await vi.advanceTimersByTimeAsync(3_500);
  expect(watch.asked.mock.calls.length).toBeGreaterThanOrEqual(4);
  expect(watch.onNews).toHaveBeenLastCalledWith([ready(1)]);
  watch.stop();
});

it('asks now and then even while the stream holds, since a proxy may hold it back', async () => {
  const watch = watched([1], async () => [ready(1)]);
  await vi.advanceTimersByTimeAsync(11_000);
  expect(watch.asked).toHaveBeenCalledTimes(3);
  watch.stop();
});

it('goes on asking after an answer that did not come', async () => {
  let turns = 0;
  const watch = watched([1], async () => {
    if (turns++ === 0) throw new TypeError('Failed to fetch');
    return [ready(1)];
  });
  await vi.advanceTimersByTimeAsync(6_000);
  expect(watch.onNews).toHaveBeenCalledWith([ready(1)]);
  watch.stop();
});

it('says which jobs the server does not know any more', async () => {
  const watch = watched([1, 2], async () => [ready(2)]);
  await vi.advanceTimersByTimeAsync(0);
  expect(watch.onGone).toHaveBeenCalledWith([1]);
  watch.stop();
});

it('is silent once stopped, also about an answer that was under way', async () => {
  const watch = watched([1], async () => [ready(1)]);
  watch.stop();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(watch.onNews).not.toHaveBeenCalled();
  expect(watch.stream.close).toHaveBeenCalled();
  expect(watch.asked).toHaveBeenCalledTimes(1);
});
