import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import { anyPort, freePort } from './free-port';

const taken = createServer();
afterEach(() => taken.close());

async function take(host: string): Promise<number> {
  taken.listen(0, host);
  await once(taken, 'listening');
  return (taken.address() as AddressInfo).port;
}

it('takes the wanted port when it is free', async () => {
  const port = await anyPort();
  expect(await freePort(port, '127.0.0.1')).toBe(port);
});

it('goes on to a later port when somebody listens on the wanted one', async () => {
  const port = await take('127.0.0.1');
  expect(await freePort(port, '127.0.0.1')).toBeGreaterThan(port);
});

it('also sees a program that listens on all addresses', async () => {
  const port = await take('0.0.0.0');
  expect(await freePort(port, '127.0.0.1')).toBeGreaterThan(port);
});
