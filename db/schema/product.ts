import { sql } from 'drizzle-orm';
import {
  boolean,
  datetime,
  index,
  int,
  mysqlTable,
  smallint,
  text,
  uniqueIndex,
  varchar,
} from 'drizzle-orm/mysql-core';
import { asciiText } from '@/db/schema/columns';

/**
 * A thing for sale. `listed`, `in_stock` and `rating` are computed by the server from the columns they stand for,
 * so they can be in indexes and cannot disagree with them.
 *
 * The list indexes hold everything the list page filters and sorts by, id last but one: one page, also a deep one,
 * and the count are read from the index alone, and only the rows shown are fetched.
 */
export const product = mysqlTable(
  'product',
  {
    id: int('id', { unsigned: true }).autoincrement().primaryKey(),
    sku: varchar('sku', { length: 64 }).notNull(),
    /** Products of one family are the same thing in other flavours or sizes. */
    family: varchar('family', { length: 64 }),
    merchantId: int('merchant_id', { unsigned: true }).notNull(),
    categoryId: int('category_id', { unsigned: true }).notNull(),
    titleKo: varchar('title_ko', { length: 200 }).notNull(),
    titleEn: varchar('title_en', { length: 200 }).notNull(),
    descriptionKo: text('description_ko').notNull(),
    descriptionEn: text('description_en').notNull(),
    priceKrw: int('price_krw', { unsigned: true }).notNull(),
    stock: int('stock', { unsigned: true }).notNull(),
    reviewCount: int('review_count', { unsigned: true }).notNull().default(0),
    ratingSum: int('rating_sum', { unsigned: true }).notNull().default(0),
    createdAt: datetime('created_at', { mode: 'date', fsp: 3 }).notNull(),
    /** Null while the product is in the catalogue; rows are never removed, so that every index learns of the deletion. */
    deletedAt: datetime('deleted_at', { mode: 'date', fsp: 3 }),
    /** Words of `lib/catalogue/search-text`, full-text indexed by the migration (Drizzle has no word for it). */
    searchText: asciiText('search_text').notNull(),
    /** Whether it has a picture on show. Until the first is ready, shoppers do not see it. */
    pictured: boolean('pictured').notNull().default(true),
    listed: boolean('listed').generatedAlwaysAs(sql`deleted_at is null`, { mode: 'stored' }),
    inStock: boolean('in_stock').generatedAlwaysAs(sql`stock > 0`, { mode: 'stored' }),
    /** Average rating in thousandths of a star; 0 while there is no review. */
    rating: smallint('rating', { unsigned: true }).generatedAlwaysAs(
      sql`case when review_count = 0 then 0 else round(rating_sum * 1000 / review_count) end`,
      { mode: 'stored' },
    ),
  },
  (table) => [
    // Operator's command line, the seed, imports: a merchant names his products by sku, each once.
    uniqueIndex('product_sku').on(table.sku, table.merchantId),
    // The merchant's table, newest first, by price by stock, by sku: a page is read along the index.
    index('product_merchant_newest').on(table.merchantId, table.listed, table.createdAt, table.id),
    index('product_merchant_price').on(table.merchantId, table.listed, table.priceKrw, table.id),
    index('product_merchant_stock').on(table.merchantId, table.listed, table.stock, table.id),
    index('product_merchant_sku').on(table.merchantId, table.listed, table.sku, table.id),
    // List page without a category, newest first; the main page's newest products.
    index('product_newest').on(table.listed, table.createdAt, table.id, table.inStock, table.pictured),
    // List page without a category, by price, both ways.
    index('product_price').on(table.listed, table.priceKrw, table.id, table.inStock, table.pictured),
    // List page without a category, best rated first.
    index('product_rating').on(table.listed, table.rating, table.id, table.inStock, table.pictured),
    // List page of one category, newest first; the category menu's counts.
    index('product_category_newest').on(
      table.categoryId,
      table.listed,
      table.createdAt,
      table.id,
      table.inStock,
      table.pictured,
    ),
    // List page of one category, by price, both ways.
    index('product_category_price').on(
      table.categoryId,
      table.listed,
      table.priceKrw,
      table.id,
      table.inStock,
      table.pictured,
    ),
    // List page of one category, best rated first.
    index('product_category_rating').on(
      table.categoryId,
      table.listed,
      table.rating,
      table.id,
      table.inStock,
      table.pictured,
    ),
    // Search box: FULLTEXT KEY product_search (search_text), written in the migration.
  ],
);

export type ProductRow = typeof product.$inferSelect;
export type NewProduct = typeof product.$inferInsert;
