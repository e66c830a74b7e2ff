import { once } from 'node:events';
import { Redis, type RedisOptions } from 'ioredis';
import { redisEnv } from '@/lib/env';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import { parseRedisUrl } from '@/lib/redis-address';

const KEY = Symbol.for('dalma.redis');
const store = globalThis as { [KEY]?: { client: Redis | null } };

/** Never waits long for a Redis that is not there: what it does for us can also be done without. */
const PATIENCE: RedisOptions = {
  connectTimeout: 1_000,
  commandTimeout: 1_000,
  maxRetriesPerRequest: 1,
  enableOfflineQueue: false,
  retryStrategy: (attempt) => Math.min(100 * 2 ** Math.min(attempt, 6), 5_000),
};

/**
 * The process's Redis connection, or null without `REDIS_URL`. Commands fail fast while Redis is down; whoever sends
 * one must be able to do without the answer.
 */
export function redis(): Redis | null {
  store[KEY] ??= { client: openFromEnv() };
  return store[KEY].client;
}

/**
 * Connects now rather than at the first command, which would fail while connecting. Waits a second at most and never
 * fails: for programs that end soon after their only command.
 */
export async function connectRedis(): Promise<void> {
  const client = redis();
  if (!client || client.status === 'ready') return;
  await once(client, 'ready', { signal: AbortSignal.timeout(1_000) }).catch(() => {});
}

/** A connection of its own (a subscriber can do nothing else). Reconnects for ever; an outage is logged once. */
export function openRedis(url: string): Redis {
  const client = new Redis({ ...parseRedisUrl(url), ...PATIENCE });
  let down = false;
  client.on('error', (error: unknown) => {
    if (!down) log().warn({ error: messageOf(error) }, 'Redis is not reachable; going on without it');
    down = true;
  });
  client.on('ready', () => {
    if (down) log().info('Redis is back');
    down = false;
  });
  return client;
}

/** Closes the process's connection, if there is one: for programs that end. */
export function closeRedis(): void {
  store[KEY]?.client?.disconnect();
  delete store[KEY];
}

function openFromEnv(): Redis | null {
  const { REDIS_URL } = redisEnv();
  return REDIS_URL === undefined ? null : openRedis(REDIS_URL);
}
