import { drizzle } from 'drizzle-orm/mysql2';
import mysql, { type Pool } from 'mysql2/promise';
import type { Database } from '@/db';
import * as schema from '@/db/schema';
import { databaseEnv } from '@/lib/env';

const KEY = Symbol.for('dalma.database');
const store = globalThis as { [KEY]?: OpenDatabase };

export interface OpenDatabase {
  readonly db: Database;
  readonly pool: Pool;
  /** Waits for what runs, then closes every connection. */
  close(): Promise<void>;
}

/** The process's one pool, made at the first call (no connection yet: those are made when a query needs one). */
export function database(): Database {
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

export interface DatabaseAddress {
  readonly uri: string;
  readonly timezone: 'Z';
  readonly charset: string;
}

/** What every connection has in common: times in UTC, all of Unicode. */
export function parseDatabaseUrl(url: string): DatabaseAddress {
  return { uri: url.replace(/^mariadb:/, 'mysql:'), timezone: 'Z', charset: 'utf8mb4_unicode_ci' };
}
