import { int, mysqlTable, uniqueIndex, varchar } from 'drizzle-orm/mysql-core';

/** Who sells a product. */
export const merchant = mysqlTable(
  'merchant',
  {
    id: int('id', { unsigned: true }).autoincrement().primaryKey(),
    slug: varchar('slug', { length: 64 }).notNull(),
    nameKo: varchar('name_ko', { length: 120 }).notNull(),
    nameEn: varchar('name_en', { length: 120 }).notNull(),
  },
  // Registering a product: its merchant is named by slug.
  (table) => [uniqueIndex('merchant_slug').on(table.slug)],
);

export type NewMerchant = typeof merchant.$inferInsert;
