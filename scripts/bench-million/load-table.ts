import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise';
import { RowWriter } from './row-writer';
import type { BenchTable } from './table';

/** Rows per statement, each a transaction of its own: what is committed stays when the loading is interrupted. */
const ROWS_AT_ONCE = 5_000;
const SAMPLED_ROWS = 64;

/** What a person sees of the loading. */
export interface Loading {
  /** The server has taken these rows, or had them already. */
  onRows(rows: number): void;
  /** The rows are there; making so many indexes comes next, and takes its time. */
  onIndexing(indexes: number): void;
}

/** Where a table is filled, and where an empty one of the same form stands. */
export interface Target {
  readonly connection: Connection;
  readonly database: string;
  readonly empty: string;
}

/**
 * Everything that decides what will be in the table: its form, the number of its rows, and a sample of them.
 * Equal fingerprints, equal tables.
 */
export async function fingerprint({ connection, empty }: Target, table: BenchTable): Promise<string> {
  const hash = createHash('sha256').update(await formOf(connection, `${empty}.${table.name}`));
  const sample = new RowWriter();
  for (let s = 0; s < Math.min(SAMPLED_ROWS, table.rows); s++) {
    writeRow(table, sample, Math.floor((s * table.rows) / Math.min(SAMPLED_ROWS, table.rows)));
  }
  return hash.update(`${table.rows}\n`).update(sample.take()).digest('hex');
}

/**
 * Fills the table from its first missing row on, without the indexes that would slow it down; then makes these. May be
 * interrupted at any moment and called again.
 */
export async function loadTable(target: Target, table: BenchTable, loading: Loading): Promise<void> {
  const { connection, database, empty } = target;
  const name = `${database}.${table.name}`;
  await connection.query(`CREATE TABLE IF NOT EXISTS ${name} LIKE ${empty}.${table.name}`);
  const loaded = await rowsIn(connection, name, table.key);
  if (loaded === 0) await dropIndexes(connection, name);
  loading.onRows(loaded);
  for (let first = loaded; first < table.rows; first += ROWS_AT_ONCE) {
    const last = Math.min(table.rows, first + ROWS_AT_ONCE);
    await loadRows(connection, name, table, first, last);
    loading.onRows(last - first);
  }
  await makeIndexes(target, table.name, loading);
  await connection.query(`ANALYZE TABLE ${name}`);
}

async function loadRows(
  connection: Connection,
  name: string,
  table: BenchTable,
  first: number,
  last: number,
): Promise<void> {
  const [{ affectedRows, warningStatus }] = await connection.query<ResultSetHeader>({
    sql: `LOAD DATA LOCAL INFILE 'rows' INTO TABLE ${name} CHARACTER SET binary (${table.columns.join(', ')})`,
    infileStreamFactory: () => Readable.from(chunks(table, first, last)),
  });
  if (affectedRows === last - first && warningStatus === 0) return;
  // What would be an error elsewhere is a warning when rows come from the client.
  const [warnings] = await connection.query<RowDataPacket[]>('SHOW WARNINGS LIMIT 3');
  throw new Error(`${name} took ${affectedRows} of ${last - first} rows: ${JSON.stringify(warnings)}`);
}

function* chunks(table: BenchTable, first: number, last: number): Generator<Buffer> {
  const row = new RowWriter();
  for (let i = first; i < last; i++) {
    writeRow(table, row, i);
    if (row.isFull) yield row.take();
  }
  yield row.take();
}

function writeRow(table: BenchTable, row: RowWriter, i: number): void {
  table.write(row, i);
  row.end();
}

/** Rows come in the order of their key, which counts them. */
async function rowsIn(connection: Connection, name: string, key: string): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>(`SELECT max(${key}) AS last FROM ${name}`);
  return Number(rows[0]?.last ?? 0);
}

async function dropIndexes(connection: Connection, name: string): Promise<void> {
  const drops = [...(await indexesOf(connection, name)).keys()].map((index) => `DROP KEY ${index}`);
  if (drops.length > 0) await connection.query(`ALTER TABLE ${name} ${drops.join(', ')}`);
}

/** The indexes that the empty table has and this one has not: the ordinary ones together, the full-text one alone. */
async function makeIndexes(
  { connection, database, empty }: Target,
  table: string,
  { onIndexing }: Loading,
): Promise<void> {
  const has = await indexesOf(connection, `${database}.${table}`);
  const wanted = await indexesOf(connection, `${empty}.${table}`);
  const missing = [...wanted].flatMap(([index, definition]) => (has.has(index) ? [] : [definition]));
  onIndexing(missing.length);
  const isText = (definition: string) => definition.startsWith('FULLTEXT');
  for (const group of [missing.filter((one) => !isText(one)), missing.filter(isText)]) {
    const adds = group.map((definition) => `ADD ${definition}`);
    if (adds.length > 0) await connection.query(`ALTER TABLE ${database}.${table} ${adds.join(', ')}`);
  }
}

/** Name → definition of every index but the primary key, as `SHOW CREATE TABLE` words it. */
async function indexesOf(connection: Connection, name: string): Promise<Map<string, string>> {
  const lines = (await formOf(connection, name)).split('\n').map((line) => line.trim().replace(/,$/, ''));
  return new Map(
    lines.flatMap((line) => {
      const index = /^(?:UNIQUE |FULLTEXT )?KEY (`\w+`)/.exec(line)?.[1];
      return index ? [[index, line]] : [];
    }),
  );
}

async function formOf(connection: Connection, name: string): Promise<string> {
  const [rows] = await connection.query<RowDataPacket[]>(`SHOW CREATE TABLE ${name}`);
  return String(rows[0]?.['Create Table']);
}
