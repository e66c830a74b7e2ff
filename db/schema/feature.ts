import { int, mysqlTable, primaryKey } from 'drizzle-orm/mysql-core';
import { asciiName, bytes } from '@/db/schema/columns';

/** The feature bits of a picture, for re-ranking. Apart from `signature`, so that loading the index stays small. */
export const feature = mysqlTable(
  'feature',
  {
    modelId: asciiName('model_id', { length: 64 }).notNull(),
    imageId: int('image_id', { unsigned: true }).notNull(),
    /** 3,136 bytes: 512 × 7 × 7 bits. */
    featureBits: bytes('feature_bits', { length: 3136 }).notNull(),
  },
  // Similar products: the features of the few hundred candidates, by number.
  (table) => [primaryKey({ columns: [table.imageId, table.modelId] })],
);

export type FeatureRow = typeof feature.$inferSelect;
