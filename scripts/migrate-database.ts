import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/mysql2';
import { migrate } from 'drizzle-orm/mysql2/migrator';
import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise';
import { parseDatabaseUrl } from '@/lib/database';
import { CallerError, messageOf } from '@/lib/errors';

const MIGRATIONS = fileURLToPath(new URL('../db/migrations', import.meta.url));
const LOCK_SECONDS = 120;

/**
 * Makes the database of the address if it is missing, and applies the migrations that have not been applied. Two
 * processes may do it at once: the second waits for the first.
 * @throws CallerError when the server cannot be reached, is too old, or does not let this user in
 */
export async function migrateDatabase(url: string): Promise<{ applied: number }> {
  const { server, name } = splitDatabaseUrl(url);
  const connection = await connect(server);
  try {
    await requireRecentServer(connection);
    await connection.query(
      `CREATE DATABASE IF NOT EXISTS ${mysql.escapeId(name)} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
    );
    await connection.query(`USE ${mysql.escapeId(name)}`);
    return await underLock(connection, async () => {
      const before = await appliedMigrations(connection, name);
      await migrate(drizzle(connection), { migrationsFolder: MIGRATIONS });
      return { applied: (await appliedMigrations(connection, name)) - before };
    });
  } finally {
    await connection.end();
  }
}

/** The address without its database, and the database's name. */
export function splitDatabaseUrl(url: string): { server: string; name: string } {
  const parsed = new URL(url);
  const name = decodeURIComponent(parsed.pathname.slice(1));
  parsed.pathname = '/';
  return { server: parsed.href, name };
}

async function connect(server: string): Promise<Connection> {
  try {
    return await mysql.createConnection({ ...parseDatabaseUrl(server), connectTimeout: 5_000 });
  } catch (error) {
    const { host, port, searchParams } = new URL(server);
    const place = searchParams.get('socketPath') ?? (port ? host : `${host}:3306`);
    throw new CallerError(
      'bad-configuration',
      `No database server let us in at ${place} (${messageOf(error)}). Start it or correct DATABASE_URL; \`npm run demo\` starts a private one.`,
    );
  }
}

async function requireRecentServer(connection: Connection): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>('SELECT version() AS version');
  const version = String(rows[0]?.version);
  if (!tooOld(version)) return;
  throw new CallerError(
    'bad-configuration',
    `The database server is ${version}, which is too old. Use MySQL 8.0.16 or MariaDB 10.6, or newer.`,
  );
}

/** Whether a server that calls itself so is older than MySQL 8.0.16 or MariaDB 10.6. */
export function tooOld(version: string): boolean {
  const maria = version.includes('MariaDB');
  const [major = 0, minor = 0, patch = 0] = (
    /\d+\.\d+\.\d+/.exec(version.replace(/^5\.5\.5-/, ''))?.[0] ?? ''
  )
    .split('.')
    .map(Number);
  return number(major, minor, patch) < (maria ? number(10, 6, 0) : number(8, 0, 16));
}

function number(major: number, minor: number, patch: number): number {
  return (major * 1_000 + minor) * 1_000 + patch;
}

async function underLock<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  const lock = 'dalma-migrate';
  const [rows] = await connection.query<RowDataPacket[]>('SELECT get_lock(?, ?) AS got', [
    lock,
    LOCK_SECONDS,
  ]);
  if (rows[0]?.got !== 1) {
    throw new CallerError(
      'bad-configuration',
      `Another process has been migrating for ${LOCK_SECONDS} s. Wait for it, or end it.`,
    );
  }
  try {
    return await work();
  } finally {
    await connection.query('SELECT release_lock(?)', [lock]);
  }
}

async function appliedMigrations(connection: Connection, database: string): Promise<number> {
  const [tables] = await connection.query<RowDataPacket[]>(
    "SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = '__drizzle_migrations'",
    [database],
  );
  if (tables.length === 0) return 0;
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT count(*) AS count FROM __drizzle_migrations',
  );
  return Number(rows[0]?.count);
}
