import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { TooManyRequests } from '@/lib/errors';
import { redis } from '@/lib/redis';

const KEY = Symbol.for('dalma.rate-limit');
const store = globalThis as { [KEY]?: Map<string, Limiter> };

type Limiter = RateLimiterRedis | RateLimiterMemory;

/** So many points per so many seconds, counted from the first of them. */
export interface Limit {
  readonly points: number;
  readonly seconds: number;
}

/**
 * Takes one point of `key`. Counted in Redis, for all processes together; without Redis, or while it does not answer,
 * each process counts for itself.
 * @param name of what is limited: `sign-in`, `upload`
 * @param key of whom: an address, an account
 * @throws TooManyRequests when none is left
 */
export async function rateLimit(name: string, key: string, limit: Limit): Promise<void> {
  try {
    await limiter(name, limit).consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new TooManyRequests(Math.max(1, Math.ceil(error.msBeforeNext / 1_000)));
  }
}

/** Gives back the point that `rateLimit` took: for limits that count failures only. */
export async function giveBack(name: string, key: string, limit: Limit): Promise<void> {
  await limiter(name, limit).reward(key);
}

function limiter(name: string, { points, seconds }: Limit): Limiter {
  const limiters = (store[KEY] ??= new Map());
  const client = redis();
  const id = [name, points, seconds, client ? 'redis' : 'process'].join(' ');
  const known = limiters.get(id);
  if (known) return known;
  const options = { keyPrefix: `dalma:limit:${name}`, points, duration: seconds };
  const inProcess = new RateLimiterMemory(options);
  const made = client
    ? new RateLimiterRedis({ ...options, storeClient: client, insuranceLimiter: inProcess })
    : inProcess;
  limiters.set(id, made);
  return made;
}
