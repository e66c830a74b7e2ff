import type { BetterAuthOptions } from 'better-auth';
import { sessionOfToken } from '@/db/queries/signed-in';
import { database } from '@/lib/database';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import type { redis } from '@/lib/redis';

type Redis = NonNullable<ReturnType<typeof redis>>;
type SecondaryStorage = NonNullable<BetterAuthOptions['secondaryStorage']>;

/**
 * How long Redis may answer for MySQL, in seconds. Also the longest that a session can outlive its end, if it was ended
 * while Redis could not be told.
 */
const KEPT_S = 60;

const PREFIX = 'dalma:auth:';
/** Stands for a session that has ended, so that a reader who saw it a moment ago does not put it back. */
const ENDED = 'ended';
/** Better Auth's session tokens; its other keys have hyphens. */
const TOKEN = /^[A-Za-z0-9]{32}$/;

const SET_UNLESS_ENDED = `
  if redis.call('get', KEYS[1]) == '${ENDED}' then return end
  return redis.call('set', KEYS[1], ARGV[1], 'EX', ARGV[2])`;

/**
 * Sessions in Redis, as a short-lived copy of those in MySQL. What Redis does not have, or cannot say, comes from MySQL:
 * an empty or unreachable Redis signs nobody out.
 */
export function sessionCache(client: Redis) {
  return {
    async get(key: string) {
      const kept = await doing(() => client.get(PREFIX + key), null);
      if (kept === ENDED) return null;
      return kept ?? (TOKEN.test(key) ? fromDatabase(client, key) : null);
    },
    async set(key: string, value: string, ttl?: number) {
      const seconds = TOKEN.test(key) ? Math.min(ttl ?? KEPT_S, KEPT_S) : (ttl ?? KEPT_S);
      await doing(() => client.eval(SET_UNLESS_ENDED, 1, PREFIX + key, value, Math.max(1, seconds)), null);
    },
    async delete(key: string) {
      const end = () => client.set(PREFIX + key, ENDED, 'EX', KEPT_S);
      await doing<unknown>(TOKEN.test(key) ? end : () => client.del(PREFIX + key), null);
    },
    getAndDelete: (key: string) => doing(() => client.getdel(PREFIX + key), null),
    async increment(key: string, ttl: number) {
      const [count] =
        (await client
          .multi()
          .incr(PREFIX + key)
          .expire(PREFIX + key, ttl, 'NX')
          .exec()) ?? [];
      return Number(count?.[1]);
    },
  } satisfies SecondaryStorage;
}

async function fromDatabase(client: Redis, token: string): Promise<string | null> {
  const found = await sessionOfToken(database(), token, new Date());
  if (!found) return null;
  const value = JSON.stringify(found);
  await doing(() => client.set(PREFIX + token, value, 'EX', KEPT_S, 'NX'), null);
  return value;
}

async function doing<T>(act: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await act();
  } catch (error) {
    log().debug({ error: messageOf(error) }, 'Redis did not answer; sessions come from the database');
    return otherwise;
  }
}
