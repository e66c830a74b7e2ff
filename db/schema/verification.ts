import { datetime, index, mysqlTable, text, varchar } from 'drizzle-orm/mysql-core';
import { asciiName } from '@/db/schema/columns';

/** Short-lived proofs of Better Auth, such as a password reset. */
export const verification = mysqlTable(
  'verification',
  {
    id: asciiName('id', { length: 36 }).primaryKey(),
    identifier: varchar('identifier', { length: 255 }).notNull(),
    value: text('value').notNull(),
    expiresAt: datetime('expires_at', { mode: 'date', fsp: 3 }).notNull(),
    createdAt: datetime('created_at', { mode: 'date', fsp: 3 }).notNull(),
    updatedAt: datetime('updated_at', { mode: 'date', fsp: 3 }).notNull(),
  },
  (table) => [index('verification_identifier').on(table.identifier)],
);
