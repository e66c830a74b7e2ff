import { expect, it, vi } from 'vitest';
import { eventStream } from './event-stream';

it('sends each state as one event, in words a browser’s EventSource reads, compressed by nobody', async () => {
  const { response, send } = open();
  send({ id: 1, state: 'ready' });
  send({ id: 2, state: '실패\n둘째 줄' });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const read = [];
  for (let i = 0; i < 3; i++) read.push((await reader.read()).value);
  expect(read).toEqual([
    'retry: 2000\n\n',
    'data: {"id":1,"state":"ready"}\n\n',
    'data: {"id":2,"state":"실패\\n둘째 줄"}\n\n',
  ]);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  expect(response.headers.get('cache-control')).toContain('no-transform');
  await reader.cancel();
});

it('stops watching when the request ends, when the reader leaves, and when both do, once', async () => {
  for (const how of ['abort', 'cancel', 'both']) {
    const { response, stop, abort } = open();
    if (how !== 'cancel') abort();
    if (how !== 'abort') await response.body!.cancel();
    expect([how, stop.mock.calls.length]).toEqual([how, 1]);
  }
});

it('a request that has ended before it is answered is not watched for', () => {
  const ended = new AbortController();
  ended.abort();
  const stop = vi.fn();
  eventStream(ended.signal, () => stop);
  expect(stop).toHaveBeenCalledOnce();
});

it('a silent stream says now and then that it is alive, and ends after ten minutes', async () => {
  vi.useFakeTimers();
  try {
    const { response, stop } = open();
    vi.advanceTimersByTime(46_000);
    vi.advanceTimersByTime(10 * 60_000);
    const text = await new Response(response.body).text();
    expect(text.match(/^:$/gm)?.length).toBeGreaterThanOrEqual(3);
    expect(stop).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});

function open() {
  const request = new AbortController();
  const stop = vi.fn();
  let send: (data: unknown) => void = () => {};
  const response = eventStream(request.signal, (tell) => {
    send = tell;
    return stop;
  });
  return { response, stop, abort: () => request.abort(), send: (data: unknown) => send(data) };
}
