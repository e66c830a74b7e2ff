import { int, mediumtext, mysqlTable, primaryKey } from 'drizzle-orm/mysql-core';

/** A bad row of an imported file as it stands there, for the error file. What is wrong with it is in `import_error`. */
export const importRow = mysqlTable(
  'import_row',
  {
    runId: int('run_id', { unsigned: true }).notNull(),
    /** Line of the file on which the row begins. */
    line: int('line', { unsigned: true }).notNull(),
    /** Its cells as JSON. */
    cells: mediumtext('cells').notNull(),
  },
  // The error file, line by line; which rows to leave out when the good ones go in.
  (table) => [primaryKey({ columns: [table.runId, table.line] })],
);
