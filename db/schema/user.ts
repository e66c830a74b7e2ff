import { boolean, datetime, int, mysqlTable, uniqueIndex, varchar } from 'drizzle-orm/mysql-core';
import { asciiName } from '@/db/schema/columns';

/** Somebody who signs in. Names of the columns in code are Better Auth's. */
export const user = mysqlTable(
  'user',
  {
    id: asciiName('id', { length: 36 }).primaryKey(),
    name: varchar('name', { length: 120 }).notNull(),
    email: varchar('email', { length: 254 }).notNull(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: varchar('image', { length: 1024 }),
    /** `merchant` or `admin`. */
    role: asciiName('role', { length: 16 }).notNull().default('merchant'),
    /** Whose products a merchant works on. Null for an admin. */
    merchantId: int('merchant_id', { unsigned: true }),
    createdAt: datetime('created_at', { mode: 'date', fsp: 3 }).notNull(),
    updatedAt: datetime('updated_at', { mode: 'date', fsp: 3 }).notNull(),
  },
  // Signing in: by address.
  (table) => [uniqueIndex('user_email').on(table.email)],
);

export type UserRow = typeof user.$inferSelect;
