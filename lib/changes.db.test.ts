import { afterEach, expect, it, vi } from 'vitest';
import { announceChange, onChange } from '@/lib/changes';
import { closeRedis, openRedis, redis } from '@/lib/redis';
import { BreakableSocket } from '@/scripts/testing/breakable-socket';
import { testServer } from '@/scripts/testing/test-database';

const SOON = { timeout: 10_000, interval: 20 };

afterEach(() => {
  closeRedis();
  vi.unstubAllEnvs();
});

it('without Redis a change wakes the followers of this process, until they stop listening', () => {
  vi.stubEnv('REDIS_URL', '');
  const wake = vi.fn();
  const stop = onChange(wake);
  announceChange();
  stop();
  announceChange();
  expect(wake).toHaveBeenCalledOnce();
  expect(redis()).toBeNull();
});

it('with Redis a change is heard by every process', async () => {
  vi.stubEnv('REDIS_URL', testServer('TEST_REDIS_URL'));
  const elsewhere = openRedis(testServer('TEST_REDIS_URL'));
  const heard = vi.fn();
  elsewhere.on('message', heard);
  await vi.waitFor(() => elsewhere.subscribe('dalma:changes'), SOON);
  await vi.waitFor(() => {
    announceChange();
    expect(heard).toHaveBeenCalled();
  }, SOON);
  elsewhere.disconnect();
});

it('Redis going down stops nothing and raises nothing, and once it is back messages arrive again', async () => {
  vi.stubEnv('LOG_LEVEL', 'silent');
  const target = new URL(testServer('TEST_REDIS_URL').replace(/^redis\+/, '')).pathname;
  const socket = new BreakableSocket(target);
  vi.stubEnv('REDIS_URL', `unix://${socket.path}`);
  const wake = vi.fn();
  const stop = onChange(wake);
  announceChange();
  expect(wake).toHaveBeenCalledOnce();

  await socket.mend();
  const sender = openRedis(testServer('TEST_REDIS_URL'));
  const arrives = () =>
    vi.waitFor(async () => {
      wake.mockClear();
      await sender.publish('dalma:changes', '');
      await vi.waitFor(() => expect(wake).toHaveBeenCalled(), { timeout: 100, interval: 5 });
    }, SOON);
  await arrives();
  await socket.cut();
  wake.mockClear();
  announceChange();
  expect(wake).toHaveBeenCalledOnce();
  await socket.mend();
  await arrives();

  sender.disconnect();
  stop();
  await socket.remove();
});
