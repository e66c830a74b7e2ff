import { index, int, mysqlTable, smallint, uniqueIndex } from 'drizzle-orm/mysql-core';
import { asciiName, asciiText } from '@/db/schema/columns';

/**
 * A picture of a product. Its id is the picture's number in the index. The files lie in the picture storage under
 * the SHA-256 of the largest stored copy, in several widths.
 */
export const productImage = mysqlTable(
  'product_image',
  {
    id: int('id', { unsigned: true }).autoincrement().primaryKey(),
    productId: int('product_id', { unsigned: true }).notNull(),
    /** 0 is the picture on the card. Null once replaced: the row stays, so that every index learns its number is gone. */
    position: smallint('position', { unsigned: true }),
    /** 64 hexadecimal digits. */
    sha256: asciiName('sha256', { length: 64 }).notNull(),
    /** Pixels of the largest stored size. */
    width: smallint('width', { unsigned: true }).notNull(),
    height: smallint('height', { unsigned: true }).notNull(),
    /** A few blurred pixels as a data URL. */
    placeholder: asciiText('placeholder').notNull(),
  },
  (table) => [
    // Every card (position 0) and the gallery of the detail page; the follower's pictures of a product.
    uniqueIndex('product_image_position').on(table.productId, table.position),
    // Whether the files of a removed upload are still needed.
    index('product_image_sha256').on(table.sha256),
  ],
);

export type NewProductImage = typeof productImage.$inferInsert;
