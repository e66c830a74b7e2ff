import { int, mysqlTable, smallint, uniqueIndex, varchar } from 'drizzle-orm/mysql-core';

/** A shelf of the shop. `position` is its place in menus, 0 first. */
export const category = mysqlTable(
  'category',
  {
    id: int('id', { unsigned: true }).autoincrement().primaryKey(),
    slug: varchar('slug', { length: 64 }).notNull(),
    titleKo: varchar('title_ko', { length: 120 }).notNull(),
    titleEn: varchar('title_en', { length: 120 }).notNull(),
    position: smallint('position', { unsigned: true }).notNull(),
  },
  // List page: the category is named by slug in the address.
  (table) => [uniqueIndex('category_slug').on(table.slug)],
);

export type CategoryRow = typeof category.$inferSelect;
export type NewCategory = typeof category.$inferInsert;
