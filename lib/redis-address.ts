import { CallerError } from '@/lib/errors';

export interface RedisAddress {
  readonly path?: string;
  readonly host?: string;
  readonly port?: number;
  readonly db: number;
  readonly username?: string;
  readonly password?: string;
  readonly tls?: object;
}

/** What an address may look like, in words that follow "REDIS_URL". */
export const REDIS_ADDRESS_FORM =
  'must look like redis://cache:6379, rediss://user:password@cache or unix:///path/redis.sock; unset it to do without Redis';

/**
 * `redis://` and `rediss://` addresses, and sockets: `/path`, `unix:///path`, `redis+unix:///path`; a database number
 * as the path or as `?db=`.
 * @throws CallerError for anything else
 */
export function parseRedisUrl(url: string): RedisAddress {
  try {
    const address = socketAddress(url) ?? hostAddress(new URL(url));
    if (address && Number.isSafeInteger(address.db)) return address;
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof URIError)) throw error;
  }
  throw new CallerError('bad-configuration', `The address of Redis ${REDIS_ADDRESS_FORM}.`);
}

function socketAddress(url: string): RedisAddress | null {
  const socket = /^(?:(?:redis\+)?unix:(?:\/\/)?)?(\/[^?]*)(?:\?(.*))?$/.exec(url);
  if (!socket) return null;
  return {
    path: decodeURIComponent(socket[1] ?? ''),
    db: Number(new URLSearchParams(socket[2]).get('db') ?? 0),
  };
}

function hostAddress(url: URL): RedisAddress | null {
  const { protocol, hostname, port, username, password, pathname, searchParams } = url;
  if (!['redis:', 'rediss:'].includes(protocol) || hostname === '') return null;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || 6379),
    db: Number(searchParams.get('db') ?? (pathname.slice(1) || 0)),
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' && { tls: {} }),
  };
}
