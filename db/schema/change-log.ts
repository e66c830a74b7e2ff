import { bigint, datetime, int, mysqlTable } from 'drizzle-orm/mysql-core';

/**
 * One row per product that a transaction touched. The numbers come from `change_ticket`, never from
 * auto-increment: they become visible in order (see lib/catalogue/change-catalogue.ts).
 */
export const changeLog = mysqlTable('change_log', {
  seq: bigint('seq', { mode: 'number', unsigned: true }).primaryKey(),
  productId: int('product_id', { unsigned: true }).notNull(),
  at: datetime('at', { mode: 'date', fsp: 3 }).notNull(),
});
