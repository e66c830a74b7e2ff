import autocannon from 'autocannon';

export interface LoadOptions {
  readonly address: string;
  /** Asked for one after the other, from the first again after the last. */
  readonly paths: readonly string[];
  readonly connections: number;
  /** Ends after this time, */
  readonly seconds: number;
  /** or after so many requests. */
  readonly most: number;
}

export interface Load {
  readonly requests: number;
  readonly requestsPerSecond: number;
  /** Milliseconds from request to last byte of each answer that was a page. */
  readonly times: readonly number[];
  /** Answers that were no page (status), and requests without an answer. */
  readonly errors: number;
}

/** Asks for pages on a number of connections at once, each the next as soon as it has one. */
export async function load({ address, paths, connections, seconds, most }: LoadOptions): Promise<Load> {
  let asked = 0;
  const options: autocannon.Options = {
    url: address,
    connections,
    amount: most,
    timeout: 60,
    // As browsers do: the server has to compress what it sends.
    headers: { 'accept-encoding': 'gzip' },
    requests: [{ setupRequest: (request) => ({ ...request, path: paths[asked++ % paths.length]! }) }],
  };
  const times: number[] = [];
  let refused = 0;
  const startedAt = performance.now();
  let lastAt = startedAt;
  const { errors, timeouts } = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(options, (error, result) =>
      error ? reject(error as Error) : resolve(result),
    );
    const limit = setTimeout(() => running.stop(), seconds * 1_000);
    running.on('done', () => clearTimeout(limit));
    running.on('response', (_, status, __, time) => {
      lastAt = performance.now();
      if (status === 200) times.push(time);
      else refused++;
    });
  });
  const requestsPerSecond = (times.length * 1_000) / (lastAt - startedAt);
  return { requests: times.length + refused, requestsPerSecond, times, errors: refused + errors + timeouts };
}
