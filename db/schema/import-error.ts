import { bigint, index, int, mysqlTable, varchar } from 'drizzle-orm/mysql-core';
import { asciiName } from '@/db/schema/columns';

/** What is wrong with a row of an imported file. */
export const importError = mysqlTable(
  'import_error',
  {
    id: bigint('id', { mode: 'number', unsigned: true }).autoincrement().primaryKey(),
    runId: int('run_id', { unsigned: true }).notNull(),
    /** Line of the file, the header being 1; of a row over several lines, the first. */
    line: int('line', { unsigned: true }).notNull(),
    /** Name of the column, empty when the whole row is meant. */
    column: asciiName('column_name', { length: 64 }).notNull(),
    /** A code for the page to put into words. */
    code: asciiName('code', { length: 48 }).notNull(),
    /** What stood there, shortened. */
    value: varchar('value', { length: 255 }).notNull(),
    /** What the words need besides: a limit, or another line. */
    detail: varchar('detail', { length: 255 }).notNull().default(''),
  },
  // The list of errors and the error file, in the order of the lines.
  (table) => [index('import_error_run').on(table.runId, table.line, table.id)],
);

export type ImportErrorRow = typeof importError.$inferSelect;
