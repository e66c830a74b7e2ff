import { datetime, index, mysqlTable, text, varchar } from 'drizzle-orm/mysql-core';
import { asciiName } from '@/db/schema/columns';

/** A way to sign in that a user has. Ours is a password, kept as a salted hash; the other columns are Better Auth's. */
export const account = mysqlTable(
  'account',
  {
    id: asciiName('id', { length: 36 }).primaryKey(),
    accountId: varchar('account_id', { length: 255 }).notNull(),
    providerId: varchar('provider_id', { length: 64 }).notNull(),
    userId: asciiName('user_id', { length: 36 }).notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: datetime('access_token_expires_at', { mode: 'date', fsp: 3 }),
    refreshTokenExpiresAt: datetime('refresh_token_expires_at', { mode: 'date', fsp: 3 }),
    scope: varchar('scope', { length: 255 }),
    password: varchar('password', { length: 255 }),
    createdAt: datetime('created_at', { mode: 'date', fsp: 3 }).notNull(),
    updatedAt: datetime('updated_at', { mode: 'date', fsp: 3 }).notNull(),
  },
  // Signing in: the ways a user has.
  (table) => [index('account_user').on(table.userId)],
);
