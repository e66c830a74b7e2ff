import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { TooManyRequests } from '@/lib/errors';
import { redis } from '@/lib/redis';

const KEY = Symbol.for('dalma.rate-limit');
const store = globalThis as { [KEY]?: Limiters };

type Limiter = RateLimiterRedis | RateLimiterMemory;

/** The limiters of one connection. */
interface Limiters {
  readonly client: ReturnType<typeof redis>;
  readonly made: Map<string, Limiter>;
}

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

function limiter(name: string, limit: Limit): Limiter {
  const client = redis();
  if (store[KEY]?.client !== client) store[KEY] = { client, made: new Map() };
  const { made } = store[KEY] as Limiters;
  const id = `${name} ${limit.points} ${limit.seconds}`;
  const known = made.get(id) ?? makeLimiter(client, name, limit);
  made.set(id, known);
  return known;
}

function makeLimiter(client: Limiters['client'], name: string, { points, seconds }: Limit): Limiter {
  const options = { keyPrefix: `dalma:limit:${name}`, points, duration: seconds };
  const inProcess = new RateLimiterMemory(options);
  if (!client) return inProcess;
  return new RateLimiterRedis({ ...options, storeClient: client, insuranceLimiter: inProcess });
}
