import { drizzle } from 'drizzle-orm/mysql2';
import mysql, { type Pool } from 'mysql2/promise';
import type { Database } from '@/db';
import * as schema from '@/db/schema';
import { databaseEnv } from '@/lib/env';
import { DalmaError } from '@/lib/errors';
import { within } from '@/lib/within';

const KEY = Symbol.for('dalma.database');
const store = globalThis as { [KEY]?: OpenDatabase };

export type PooledDatabase = Database & { readonly $client: Pool };

export interface OpenDatabase {
  readonly db: PooledDatabase;
  readonly pool: Pool;
  /** Waits for what runs, then closes every connection. */
  close(): Promise<void>;
}

/** The process's one pool, made at the first call (no connection yet: those are made when a query needs one). */
export function database(): PooledDatabase {
  return (store[KEY] ??= openDatabase(databaseEnv().DATABASE_URL, databaseEnv().DATABASE_POOL)).db;
}

/** Closes the process's pool, if there is one: for programs that end. */
export async function closeDatabase(): Promise<void> {
  const open = store[KEY];
  delete store[KEY];
  await open?.close();
}

/** A pool of its own: for tests and for programs that speak to another database. */
export function openDatabase(url: string, connections = 4): OpenDatabase {
  const pool = mysql.createPool({
    ...parseDatabaseUrl(url),
    connectionLimit: connections,
    connectTimeout: 5_000,
    enableKeepAlive: true,
  });
  return { db: drizzle(pool, { schema, mode: 'default' }), pool, close: () => pool.end() };
}

/**
 * The same database for someone who must not wait for ever: a query without an answer after `ms` fails, and its
 * connection is given up. Packets that vanish on the way are noticed by TCP only after many minutes.
 * Transactions are not limited.
 */
export function answersWithin(db: PooledDatabase, ms: number): PooledDatabase {
  const pool = db.$client;
  const query = (...args: QueryArguments) => queryWithin(ms, pool, args);
  return drizzle(Object.assign(Object.create(pool) as Pool, { query }), { schema, mode: 'default' });
}

/**
 * The rows of a query as the driver gives them, each an array in the order of its columns: for very many rows.
 * @typeParam Row what the caller knows the columns to be; nothing checks it
 */
export async function rawRows<Row extends unknown[]>(
  db: PooledDatabase,
  query: { toSQL(): { readonly sql: string; readonly params: unknown[] } },
): Promise<Row[]> {
  const { sql, params } = query.toSQL();
  const [rows] = await db.$client.query({ sql, rowsAsArray: true }, params);
  return rows as unknown as Row[];
}

type QueryArguments = Parameters<Pool['query']>;

async function queryWithin(ms: number, pool: Pool, query: QueryArguments) {
  const connecting = pool.getConnection();
  const answer = connecting.then((connection) =>
    connection.query(...query).finally(() => connection.release()),
  );
  return within(ms, answer, () => {
    connecting.then(
      (connection) => connection.destroy(),
      () => {},
    );
    return new DalmaError(`The database did not answer within ${ms / 1_000} s.`);
  });
}

export interface DatabaseAddress {
  readonly uri: string;
  readonly timezone: 'Z';
  readonly charset: string;
}

/** What every connection has in common: times in UTC, all of Unicode. */
export function parseDatabaseUrl(url: string): DatabaseAddress {
  return { uri: url.replace(/^mariadb:/, 'mysql:'), timezone: 'Z', charset: 'utf8mb4_unicode_ci' };
}
