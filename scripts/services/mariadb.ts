import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { findBinary } from './find-binary';
import { installPackages } from './install-packages';
import { ProgramFailed, runOwned } from './run-owned';
import { sharedOrStarted, startService, type Service } from './service';
import { SetupError } from './setup-error';
import { socketPath } from './socket-path';

const run = promisify(execFile);

export interface MariadbOptions {
  /** Everything the server writes stays in here. Created when missing. */
  readonly dir: string;
  /** False: a crash of the machine may cost the last second. Right for tests, where it saves waiting for the disk. */
  readonly durable?: boolean;
  /** More settings of the server by name, which outrank ours: `{ 'innodb-buffer-pool-size': '4G' }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** The two families of server, and what differs in how they are made and started. */
interface ServerProgram {
  readonly kind: 'mariadb' | 'mysql';
  readonly command: string;
}

const PACKAGES = {
  what: 'A MySQL-compatible server',
  apt: ['mariadb-server-core', 'mariadb-client-core'],
  otherwise:
    'type `sudo apt-get install mariadb-server-core mariadb-client-core` (Debian, Ubuntu), `brew install mariadb` ' +
    '(macOS) or `sudo dnf install mariadb-server` (Fedora), or use Docker: `docker compose up -d` and then set ' +
    'DATABASE_URL as compose.yaml says.',
};

/**
 * A private MariaDB or MySQL on a unix socket, without network, beside whatever the machine runs already.
 * `url` is the server's, user root, no database: see `databaseUrl`.
 * @throws SetupError when no server can be found, installed or started.
 */
export async function startMariadb({ dir, durable = true, settings = {} }: MariadbOptions): Promise<Service> {
  const program = await findServer();
  return sharedOrStarted(dir, async () => {
    const dataDir = await preparedData(resolve(dir), program);
    const socket = socketPath(dir, 'mysql.sock');
    return startService({
      name: program.kind === 'mariadb' ? 'MariaDB' : 'MySQL',
      dir: resolve(dir),
      command: program.command,
      args: [
        ...serverArguments(program, dataDir, socket, durable),
        ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`),
      ],
      socket,
      url: `mysql://root@localhost/?socketPath=${encodeURIComponent(socket)}`,
      answers: () => answers(socket),
    });
  });
}

/** The same server's address with a database in it. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function findServer(): Promise<ServerProgram> {
  const find = () => findBinary('mariadbd', 'mysqld');
  let command = find();
  if (!command || !findBinary('mariadb-install-db', 'mysql_install_db', 'mysqld')) {
    await installPackages(PACKAGES);
    command = find();
  }
  if (!command) throw new SetupError(`${PACKAGES.what} is not installed: ${PACKAGES.otherwise}`);
  const { stdout } = await run(command, ['--no-defaults', '--version']);
  return { kind: /mariadb/i.test(stdout) ? 'mariadb' : 'mysql', command };
}

/** The folder with the system tables. Made beside its place and moved there when whole: never half of it. */
async function preparedData(dir: string, program: ServerProgram): Promise<string> {
  const dataDir = join(dir, program.kind);
  if (existsSync(dataDir)) return dataDir;
  const unfinished = `${dataDir}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  try {
    await (program.kind === 'mariadb' ? initialiseMariadb(unfinished) : initialiseMysql(unfinished, program));
  } catch (error) {
    if (error instanceof SetupError) throw error;
    const detail = error instanceof ProgramFailed ? error.log : String(error);
    throw new SetupError(
      `The database could not be prepared in ${dir}: is the disk full or the folder read-only?\n${detail}`,
    );
  }
  renameSync(unfinished, dataDir);
  return dataDir;
}

async function initialiseMariadb(dataDir: string): Promise<void> {
  const installer = findBinary('mariadb-install-db', 'mysql_install_db');
  if (!installer || !findBinary('my_print_defaults')) await installPackages(PACKAGES);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // The installer is a shell script that stumbles over spaces in a path: it gets a relative one.
  const options = [
    '--no-defaults',
    `--datadir=./${basename(dataDir)}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    ...asRoot(),
  ];
  await prepare(installer ?? 'mariadb-install-db', options, dirname(dataDir));
}

async function initialiseMysql(dataDir: string, { command }: ServerProgram): Promise<void> {
  await prepare(
    command,
    ['--no-defaults', '--initialize-insecure', `--datadir=${dataDir}`, ...asRoot()],
    dirname(dataDir),
  );
}

const prepare = (command: string, args: readonly string[], cwd: string) =>
  runOwned(command, args, { cwd, logFile: join(cwd, 'prepare.log') });

function serverArguments(
  program: ServerProgram,
  dataDir: string,
  socket: string,
  durable: boolean,
): string[] {
  return [
    '--no-defaults',
    `--datadir=${dataDir}`,
    `--socket=${socket}`,
    `--pid-file=${join(dataDir, 'server.pid')}`,
    '--skip-networking',
    '--skip-name-resolve',
    '--skip-log-bin',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_ci',
    '--innodb-buffer-pool-size=256M',
    '--max-allowed-packet=64M',
    '--max-connections=200',
    '--performance-schema=OFF',
    `--innodb-flush-log-at-trx-commit=${durable ? 1 : 2}`,
    ...(program.kind === 'mysql' ? ['--mysqlx=OFF'] : []),
    ...asRoot(),
  ];
}

/** Both servers refuse to run as root unless told so by name. */
const asRoot = () => (process.getuid?.() === 0 ? ['--user=root'] : []);

async function answers(socket: string): Promise<boolean> {
  if (!existsSync(socket)) return false;
  try {
    const connection = await createConnection({ socketPath: socket, user: 'root', connectTimeout: 2_000 });
    await connection.end();
    return true;
  } catch {
    return false;
  }
}
