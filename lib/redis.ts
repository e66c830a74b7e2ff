import { Redis, type RedisOptions } from 'ioredis';
import { redisEnv } from '@/lib/env';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';

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

/**
 * `redis://` and `rediss://` addresses, and sockets: `/path`, `unix:///path`, `redis+unix:///path`; a database number
 * as the path or as `?db=`.
 */
export function parseRedisUrl(url: string): RedisOptions {
  const socket = /^(?:(?:redis\+)?unix:(?:\/\/)?)?(\/[^?]*)(?:\?(.*))?$/.exec(url);
  if (socket)
    return {
      path: decodeURIComponent(socket[1] ?? ''),
      db: Number(new URLSearchParams(socket[2]).get('db') ?? 0),
    };
  const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(url);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || 6379),
    db: Number(searchParams.get('db') ?? (pathname.slice(1) || 0)),
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' && { tls: {} }),
  };
}

function openFromEnv(): Redis | null {
  const { REDIS_URL } = redisEnv();
  return REDIS_URL === undefined ? null : openRedis(REDIS_URL);
}
