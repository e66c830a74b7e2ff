import { createServer, Server, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterEach, expect, it, vi } from 'vitest';
import { anyPort, freePort } from './free-port';

const taken = createServer();
afterEach(() => {
  vi.restoreAllMocks();
  taken.close();
});

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

it('says at once that a port is reserved for the administrator, instead of trying a hundred', async () => {
  const listen = vi.spyOn(Server.prototype, 'listen').mockImplementation(function (this: Server) {
    queueMicrotask(() => this.emit('error', Object.assign(new Error('EACCES'), { code: 'EACCES' })));
    return this;
  });
  await expect(freePort(80, '127.0.0.1')).rejects.toThrow('only its administrator listen on port 80: choose');
  expect(listen).toHaveBeenCalledTimes(1);
});
