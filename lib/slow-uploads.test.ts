import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { letUploadsTakeTheirTime } from '@/lib/slow-uploads';

/** The server's own limits, small, and looked at often. */
const LIMITS = { requestTimeout: 200, headersTimeout: 100, connectionsCheckingInterval: 20 };

let server: Server;
let stop = () => {};

beforeEach(async () => {
  server = createServer(LIMITS, (incoming, answer) => {
    void text(incoming).then(
      (body) => answer.end(body),
      () => answer.destroy(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  stop();
  server.closeAllConnections();
  server.close();
});

it('a body that takes longer than the server’s limit for requests arrives whole', async () => {
  stop = letUploadsTakeTheirTime();
  expect(await sendSlowly()).toBe('first, last');
  expect(server.headersTimeout).toBe(LIMITS.headersTimeout);
});

/** Sends the last part once the server has had three times the time to end the request. */
async function sendSlowly(): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const upload = request({ port, host: '127.0.0.1', method: 'POST' });
  const answer = once(upload, 'response');
  upload.write('first');
  const later = setTimeout(() => upload.end(', last'), LIMITS.requestTimeout * 3);
  try {
    const [response] = (await answer) as [NodeJS.ReadableStream];
    return await text(response);
  } finally {
    clearTimeout(later);
  }
}
