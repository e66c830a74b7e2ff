import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server behaves, to be changed between requests. */
export interface Behaviour {
  /** `whole` ignores Range, `unlucky` answers 416 to every Range, a number is an error status. */
  mode: 'range' | 'whole' | 'unlucky' | number;
  /** Sends so many bytes of the body, then nothing more. */
  stallAfter?: number;
}

export interface WeightsServer {
  readonly url: string;
  readonly behaviour: Behaviour;
  /** Range headers of the requests so far; null for none. */
  readonly ranges: (string | null)[];
  /** Breaks all connections, in the middle of whatever they carry. */
  cut(): void;
  close(): Promise<void>;
}

/** An HTTP server on this machine with one file. */
export async function serveWeights(bytes: Buffer): Promise<WeightsServer> {
  const behaviour: Behaviour = { mode: 'range' };
  const ranges: (string | null)[] = [];
  const server = createServer((request, response) => {
    ranges.push(request.headers.range ?? null);
    answer(request, response, bytes, behaviour);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url: `http://127.0.0.1:${port}/weights.h5`,
    behaviour,
    ranges,
    cut: () => server.closeAllConnections(),
    close,
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Buffer,
  behaviour: Behaviour,
): void {
  const { mode, stallAfter } = behaviour;
  const asked = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1];
  if (typeof mode === 'number') return void response.writeHead(mode).end('no');
  if (mode === 'unlucky' && asked) return void response.writeHead(416).end();
  const start = mode === 'range' && asked ? Number(asked) : 0;
  const headers = { 'content-length': bytes.length - start };
  const range = { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` };
  response.writeHead(start > 0 ? 206 : 200, start > 0 ? { ...headers, ...range } : headers);
  const body = bytes.subarray(start);
  if (stallAfter !== undefined) return void response.write(body.subarray(0, stallAfter));
  response.end(body);
}
