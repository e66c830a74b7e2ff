import { int, mysqlTable, primaryKey } from 'drizzle-orm/mysql-core';
import { asciiName, bytes } from '@/db/schema/columns';

/**
 * What a model sees in a picture, as the index needs it. `product_id` repeats the picture's, so that loading the index
 * need not visit the pictures.
 */
export const signature = mysqlTable(
  'signature',
  {
    modelId: asciiName('model_id', { length: 64 }).notNull(),
    imageId: int('image_id', { unsigned: true }).notNull(),
    productId: int('product_id', { unsigned: true }).notNull(),
    /** 50 filter numbers, uint16 little-endian, strongest first; 25 in rows written by former versions. */
    topFilters: bytes('top_filters', { length: 128 }).notNull(),
  },
  // Loading the index: a walk along the picture numbers. Changing a picture: its row.
  (table) => [primaryKey({ columns: [table.imageId, table.modelId] })],
);

export type SignatureRow = typeof signature.$inferSelect;
