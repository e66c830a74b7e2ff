import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { announceChange, onChange } from '@/lib/changes';
import { log } from '@/lib/log';
import { closeRedis } from '@/lib/redis';

const KEY = Symbol.for('dalma.wake-ups');
const forget = () => Reflect.deleteProperty(globalThis, KEY);

beforeEach(() => {
  forget();
  closeRedis();
});
afterEach(() => {
  forget();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

it.each(['cache', 'localhost:6379'])(
  'with REDIS_URL=%s what is committed stays a success, this process is woken, and the log says it once',
  (url) => {
    vi.stubEnv('REDIS_URL', url);
    const warn = vi.spyOn(log(), 'warn').mockImplementation(() => {});
    const wake = vi.fn();
    const stop = onChange(wake);
    announceChange();
    announceChange();
    stop();
    expect(wake).toHaveBeenCalledTimes(2);
    expect(warn).toHaveBeenCalledOnce();
    expect(warn).toHaveBeenCalledWith(
      { error: expect.stringContaining('REDIS_URL') as string },
      expect.stringContaining('other processes'),
    );
  },
);
