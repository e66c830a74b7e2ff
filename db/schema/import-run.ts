import { datetime, index, int, mysqlEnum, mysqlTable, text, tinyint, varchar } from 'drizzle-orm/mysql-core';
import { asciiName } from '@/db/schema/columns';

/**
 * A file with many products, from upload to the last row.
 *
 *   checking ─► checked ─► running ◄─► paused
 *                              └─► done            any of them ─► failed (the file itself cannot be used) or cancelled
 */
export const importRun = mysqlTable(
  'import_run',
  {
    id: int('id', { unsigned: true }).autoincrement().primaryKey(),
    merchantId: int('merchant_id', { unsigned: true }).notNull(),
    fileName: varchar('file_name', { length: 255 }).notNull(),
    /** Where the file lies in the storage until the run has ended. */
    fileKey: asciiName('file_key', { length: 128 }).notNull(),
    /** The file's own titles of its columns as JSON, for the error file; null until they are read. */
    header: text('header'),
    state: mysqlEnum('state', [
      'checking',
      'checked',
      'running',
      'paused',
      'done',
      'failed',
      'cancelled',
    ]).notNull(),
    totalRows: int('total_rows', { unsigned: true }).notNull().default(0),
    badRows: int('bad_rows', { unsigned: true }).notNull().default(0),
    /** Good rows dealt with, in the order of the file: where a run goes on after a pause or a crash. */
    doneRows: int('done_rows', { unsigned: true }).notNull().default(0),
    createdProducts: int('created_products', { unsigned: true }).notNull().default(0),
    updatedProducts: int('updated_products', { unsigned: true }).notNull().default(0),
    unchangedProducts: int('unchanged_products', { unsigned: true }).notNull().default(0),
    /** Of the updated ones: had been deleted, and are back. */
    restoredProducts: int('restored_products', { unsigned: true }).notNull().default(0),
    /** Why the file cannot be used: its problems as JSON. */
    error: text('error'),
    /** A process has it until then; afterwards another may go on with it. */
    lockedUntil: datetime('locked_until', { mode: 'date', fsp: 3 }),
    lockedBy: asciiName('locked_by', { length: 64 }),
    /** Processes in a row that were lost over it, or failed by a fault of ours, since it last got on. */
    attempts: tinyint('attempts', { unsigned: true }).notNull().default(0),
    createdAt: datetime('created_at', { mode: 'date', fsp: 3 }).notNull(),
    updatedAt: datetime('updated_at', { mode: 'date', fsp: 3 }).notNull(),
  },
  (table) => [
    // The import page: a merchant's runs, newest first.
    index('import_run_merchant').on(table.merchantId, table.id),
    // Runs to go on with.
    index('import_run_state').on(table.state, table.lockedUntil),
  ],
);

export type ImportRunRow = typeof importRun.$inferSelect;
