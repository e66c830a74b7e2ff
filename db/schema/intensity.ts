import { int, mysqlTable, primaryKey } from 'drizzle-orm/mysql-core';
import { asciiName, bytes } from '@/db/schema/columns';

/** The intensities of a picture's filters, for re-ranking: a sixth of the bytes of its feature bits. */
export const intensity = mysqlTable(
  'intensity',
  {
    modelId: asciiName('model_id', { length: 64 }).notNull(),
    imageId: int('image_id', { unsigned: true }).notNull(),
    /** 512 bytes, one per filter; the picture's strongest is 255. */
    intensities: bytes('intensities', { length: 512 }).notNull(),
  },
  // Similar products: the intensities of the candidates, by number.
  (table) => [primaryKey({ columns: [table.imageId, table.modelId] })],
);

export type IntensityRow = typeof intensity.$inferSelect;
