import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBinary } from './find-binary';
import { installPackages } from './install-packages';
import { sharedOrStarted, startService, type Service } from './service';
import { SetupError } from './setup-error';
import { socketPath } from './socket-path';

/** `redis-tools` holds the server's program without the system service that `redis-server` would start. */
const PACKAGES = {
  what: 'Redis',
  apt: ['redis-tools'],
  otherwise:
    'type `sudo apt-get install redis-tools` (Debian, Ubuntu), `brew install redis` (macOS) or ' +
    '`sudo dnf install valkey` (Fedora), or use Docker: `docker compose up -d` and then set REDIS_URL as compose.yaml says.',
};

/**
 * A private Redis (or Valkey) on a unix socket: nothing on disk, no network.
 * @throws SetupError when no server can be found, installed or started.
 */
export async function startRedis({ dir }: { readonly dir: string }): Promise<Service> {
  const command = await findServer();
  return sharedOrStarted(dir, () => {
    const socket = socketPath(dir, 'redis.sock');
    return startService({
      name: 'Redis',
      dir: resolve(dir),
      command,
      argv0: basename(command) === 'valkey-server' ? 'valkey-server' : 'redis-server',
      args: serverArguments(resolve(dir), socket),
      socket,
      url: pathToFileURL(socket).href.replace('file:', 'unix:'),
      answers: () => answers(socket),
    });
  });
}

async function findServer(): Promise<string> {
  const find = () => findBinary('redis-server', 'valkey-server') ?? serverUnderItsOtherName();
  const found = find();
  if (found) return found;
  await installPackages(PACKAGES);
  const installed = find();
  if (!installed) throw new SetupError(`${PACKAGES.what} is not installed: ${PACKAGES.otherwise}`);
  return installed;
}

/** Debian's checker and server are one program that asks by which name it was called. */
const serverUnderItsOtherName = () =>
  existsSync('/etc/debian_version') ? findBinary('redis-check-rdb') : null;

const serverArguments = (dir: string, socket: string) => [
  ...['--port', '0'],
  ...['--unixsocket', socket],
  ...['--unixsocketperm', '700'],
  ...['--dir', dir],
  ...['--save', ''],
  ...['--appendonly', 'no'],
  ...['--maxmemory', '128mb'],
];

/** Asks `PING` in Redis's own protocol and waits for `+PONG`. */
function answers(socket: string): Promise<boolean> {
  return new Promise((answer) => {
    const connection = connect(socket);
    const settle = (result: boolean) => {
      connection.destroy();
      answer(result);
    };
    connection.setTimeout(2_000, () => settle(false));
    connection.once('error', () => settle(false));
    connection.once('data', (data) => settle(data.toString().startsWith('+PONG')));
    connection.write('PING\r\n');
  });
}
