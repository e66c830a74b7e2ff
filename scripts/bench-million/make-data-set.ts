import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise';
import { parseDatabaseUrl } from '@/lib/database';
import { migrateDatabase } from '@/scripts/migrate-database';
import type { Progress } from '@/scripts/seed-progress';
import { databaseUrl } from '@/scripts/services';
import { fingerprint, loadTable, type Target } from './load-table';
import type { BenchTable } from './table';

const SHOP = 'dalma';
/** The same tables without rows, made anew by the migrations every time: how things should be. */
const EMPTY = 'dalma_empty';
/** What the tables of the shop were made from, and whether they are whole. */
const NOTES = 'dalma_bench.note';

export interface MakingOptions {
  readonly progress: (what: string, total: number) => Progress;
  readonly say: (sentence: string) => void;
  /** Called before a table is changed: what was derived from the data is about to go out of date. */
  readonly onChange: () => void;
}

/**
 * Sees to it that the server's database `dalma` holds exactly these tables, and returns its address. A table that is
 * there is kept; one whose form or rows would be others by now is made anew; one that was left half made is completed.
 */
export async function makeDataSet(
  serverUrl: string,
  tables: readonly BenchTable[],
  options: MakingOptions,
): Promise<string> {
  const connection = await mysql.createConnection(parseDatabaseUrl(serverUrl));
  try {
    await connection.query(`DROP DATABASE IF EXISTS ${EMPTY}`);
    await migrateDatabase(databaseUrl(serverUrl, EMPTY));
    await makeDatabases(connection);
    const target = { connection, database: SHOP, empty: EMPTY };
    for (const table of tables) await makeTable(target, table, options);
    await copyOtherTables(connection, new Set(tables.map(({ name }) => name)));
    return databaseUrl(serverUrl, SHOP);
  } finally {
    await connection.end();
  }
}

async function makeDatabases(connection: Connection): Promise<void> {
  await connection.query(
    `CREATE DATABASE IF NOT EXISTS ${SHOP} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
  );
  await connection.query(`CREATE DATABASE IF NOT EXISTS ${NOTES.split('.')[0]}`);
  await connection.query('SET GLOBAL local_infile = 1');
  await connection.query(
    `CREATE TABLE IF NOT EXISTS ${NOTES} (name varchar(64) PRIMARY KEY, made_from char(64) NOT NULL, whole boolean NOT NULL)`,
  );
}

async function makeTable(
  target: Target,
  table: BenchTable,
  { progress, say, onChange }: MakingOptions,
): Promise<void> {
  const { connection } = target;
  const madeFrom = await fingerprint(target, table);
  const note = await noteOf(connection, table.name);
  if (note?.whole && note.madeFrom === madeFrom) return;
  onChange();
  if (note?.madeFrom !== madeFrom) {
    await connection.query(`DROP TABLE IF EXISTS ${SHOP}.${table.name}`);
    await writeNote(connection, table.name, madeFrom, false);
  }
  const shown = progress(`Loading ${table.name}`, table.rows);
  try {
    await loadTable(target, table, {
      onRows: (rows) => shown.step(rows),
      onIndexing(indexes) {
        shown.end();
        if (indexes > 0) say(`Loading ${table.name}: all rows are there, making ${indexes} indexes`);
      },
    });
  } finally {
    shown.end();
  }
  await writeNote(connection, table.name, madeFrom, true);
}

async function noteOf(connection: Connection, table: string) {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT made_from AS madeFrom, whole FROM ${NOTES} WHERE name = ?`,
    [table],
  );
  return rows[0] as { madeFrom: string; whole: number } | undefined;
}

async function writeNote(
  connection: Connection,
  table: string,
  madeFrom: string,
  whole: boolean,
): Promise<void> {
  await connection.query(`REPLACE INTO ${NOTES} VALUES (?, ?, ?)`, [table, madeFrom, whole]);
}

/** What the migrations make and the data set says nothing of: as the migrations left it. */
async function copyOtherTables(connection: Connection, ours: ReadonlySet<string>): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ?',
    [EMPTY],
  );
  for (const name of rows.map((row) => String(row.name)).filter((each) => !ours.has(each))) {
    await connection.query(`DROP TABLE IF EXISTS ${SHOP}.${name}`);
    await connection.query(`CREATE TABLE ${SHOP}.${name} LIKE ${EMPTY}.${name}`);
    await connection.query(`INSERT INTO ${SHOP}.${name} SELECT * FROM ${EMPTY}.${name}`);
  }
}
