import './dotenv';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { databaseEnv } from '@/lib/env';
import { parseRedisUrl } from '@/lib/redis-address';
import { databaseUrl, SetupError, startMariadb, startRedis } from '../services';

export interface Chosen {
  /** Undefined: none is needed. */
  readonly url: string | undefined;
  /** What was chosen, in words. */
  readonly note: string;
}

/**
 * The database of DATABASE_URL when that is set, else a private one in `dataDir`.
 * @throws CallerError when that is no address of a database
 */
export async function startDatabase(dataDir: string): Promise<Chosen> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: databaseEnv().DATABASE_URL, note: 'the one of DATABASE_URL' };
  const server = await startMariadb({ dir: join(dataDir, 'mariadb') });
  return { url: databaseUrl(server.url, 'dalma'), note: 'private, on a unix socket' };
}

/** The Redis of REDIS_URL when that is set, else a private one, else none: a single process can do without. */
export async function startMessages(dataDir: string): Promise<Chosen> {
  const given = process.env.REDIS_URL;
  if (given) {
    await requireRedis(given);
    return { url: given, note: 'the Redis of REDIS_URL' };
  }
  try {
    const server = await startRedis({ dir: join(dataDir, 'redis') });
    return { url: server.url, note: 'private Redis, on a unix socket' };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return { url: undefined, note: 'inside the process (no Redis on this machine, none needed)' };
  }
}

async function requireRedis(address: string): Promise<void> {
  const advice =
    'start it (`docker compose up -d redis`), correct the address, or unset REDIS_URL: it is optional.';
  const client = clientOf(address, advice);
  try {
    await client.connect();
    await client.ping();
  } catch {
    throw new SetupError(`No Redis answers at REDIS_URL: ${advice}`);
  } finally {
    client.disconnect();
  }
}

function clientOf(address: string, advice: string): Redis {
  try {
    const once = { lazyConnect: true, retryStrategy: () => null, connectTimeout: 5_000 };
    return new Redis({ ...parseRedisUrl(address), ...once }).on('error', () => undefined);
  } catch {
    throw new SetupError(`REDIS_URL is not an address like redis://localhost:6379: ${advice}`);
  }
}
