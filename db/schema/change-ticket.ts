import { bigint, mysqlTable, tinyint } from 'drizzle-orm/mysql-core';

/** The one row (id 1) that gives out the numbers of the change log; its lock is held until the writer commits. */
export const changeTicket = mysqlTable('change_ticket', {
  id: tinyint('id', { unsigned: true }).primaryKey(),
  seq: bigint('seq', { mode: 'number', unsigned: true }).notNull(),
});
