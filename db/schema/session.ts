import { datetime, index, mysqlTable, uniqueIndex, varchar } from 'drizzle-orm/mysql-core';
import { asciiName } from '@/db/schema/columns';

/** A browser that somebody has signed in with. */
export const session = mysqlTable(
  'session',
  {
    id: asciiName('id', { length: 36 }).primaryKey(),
    userId: asciiName('user_id', { length: 36 }).notNull(),
    token: asciiName('token', { length: 255 }).notNull(),
    expiresAt: datetime('expires_at', { mode: 'date', fsp: 3 }).notNull(),
    ipAddress: varchar('ip_address', { length: 64 }),
    userAgent: varchar('user_agent', { length: 1024 }),
    createdAt: datetime('created_at', { mode: 'date', fsp: 3 }).notNull(),
    updatedAt: datetime('updated_at', { mode: 'date', fsp: 3 }).notNull(),
  },
  // Every request: by token. Signing out everywhere: by user.
  (table) => [uniqueIndex('session_token').on(table.token), index('session_user').on(table.userId)],
);
