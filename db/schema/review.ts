import { datetime, index, int, mysqlTable, text, tinyint, varchar } from 'drizzle-orm/mysql-core';

/** What a buyer wrote. The product's `review_count` and `rating_sum` are kept in the same transaction. */
export const review = mysqlTable(
  'review',
  {
    id: int('id', { unsigned: true }).autoincrement().primaryKey(),
    productId: int('product_id', { unsigned: true }).notNull(),
    author: varchar('author', { length: 80 }).notNull(),
    /** 1 … 5. */
    rating: tinyint('rating', { unsigned: true }).notNull(),
    textKo: text('text_ko').notNull(),
    textEn: text('text_en').notNull(),
    createdAt: datetime('created_at', { mode: 'date', fsp: 3 }).notNull(),
  },
  // Detail page: the product's reviews, newest first.
  (table) => [index('review_product').on(table.productId, table.createdAt, table.id)],
);

export type ReviewRow = typeof review.$inferSelect;
export type NewReview = typeof review.$inferInsert;
