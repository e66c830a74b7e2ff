import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { load } from './load';

let server: Server;
let asked: string[];

afterEach(() => server.close());

it('asks for the pages in their order, and stops after as many as were wanted', async () => {
  const address = await serve(() => 200);
  const paths = ['/a', '/b', '/c'];
  const done = await load({ address, paths, connections: 1, seconds: 60, most: 7 });
  expect(done.requests).toBe(7);
  expect(done.times).toHaveLength(7);
  expect(done.errors).toBe(0);
  expect(asked.slice(0, 7)).toEqual(['/a', '/b', '/c', '/a', '/b', '/c', '/a']);
});

it('counts an answer that is no page as an error, and its time for nothing', async () => {
  const address = await serve((path) => (path === '/gone' ? 404 : 200));
  const done = await load({ address, paths: ['/gone', '/there'], connections: 1, seconds: 60, most: 10 });
  expect(done.requests).toBe(10);
  expect(done.errors).toBe(5);
  expect(done.times).toHaveLength(5);
});

async function serve(status: (path: string) => number): Promise<string> {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url!);
    response.writeHead(status(request.url!)).end('page');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
