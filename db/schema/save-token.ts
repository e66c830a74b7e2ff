import { datetime, index, int, mysqlTable, primaryKey } from 'drizzle-orm/mysql-core';
import { asciiName } from '@/db/schema/columns';

/** A form that was saved, so that sent twice it makes one product. Forgotten after a day. */
export const saveToken = mysqlTable(
  'save_token',
  {
    merchantId: int('merchant_id', { unsigned: true }).notNull(),
    /** Made by the form when it is opened. */
    token: asciiName('token', { length: 36 }).notNull(),
    productId: int('product_id', { unsigned: true }).notNull(),
    /** Of what the product was last saved from: tells a form sent twice from one that was corrected in between. */
    inputSha256: asciiName('input_sha256', { length: 64 }).notNull(),
    createdAt: datetime('created_at', { mode: 'date', fsp: 3 }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.merchantId, table.token] }),
    // Forgetting the old ones.
    index('save_token_created').on(table.createdAt),
  ],
);

export type SaveTokenRow = typeof saveToken.$inferSelect;
