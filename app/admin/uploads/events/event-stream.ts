/** A line without content, so that whatever stands between us and the browser does not take silence for the end. */
const HEARTBEAT_MS = 15_000;
const LONGEST_MS = 10 * 60_000;

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Compressed, events would wait for each other; so would they in a proxy that gathers.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

/**
 * An answer that stays open and sends what `watch` tells. It ends with the request, when the reader leaves, or after ten
 * minutes; what `watch` gave back is then called, once.
 */
export function eventStream(
  signal: AbortSignal,
  watch: (send: (data: unknown) => void) => () => void,
): Response {
  const text = new TextEncoder();
  let leave = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (lines: string) => controller.enqueue(text.encode(`${lines}\n\n`));
      const heartbeat = setInterval(() => write(':'), HEARTBEAT_MS);
      const limit = setTimeout(() => end(), LONGEST_MS);
      write('retry: 2000');
      const stop = watch((data) => write(`data: ${JSON.stringify(data)}`));
      leave = () => {
        clearInterval(heartbeat);
        clearTimeout(limit);
        signal.removeEventListener('abort', end);
        stop();
      };
      const end = () => {
        leave();
        controller.close();
      };
      signal.addEventListener('abort', end, { once: true });
      if (signal.aborted) end();
    },
    cancel: () => leave(),
  });
  return new Response(body, { headers: HEADERS });
}
