import {
  bigint,
  datetime,
  index,
  int,
  mysqlEnum,
  mysqlTable,
  smallint,
  text,
  tinyint,
  varchar,
} from 'drizzle-orm/mysql-core';
import { asciiName, asciiText, bytes } from '@/db/schema/columns';

/**
 * An uploaded picture on its way to the catalogue: from file to stored sizes and signature, then to its product. What
 * the model sees in it is kept here until it belongs to a product.
 *
 *   waiting ─► working ─► ready ─► attached        waiting again after a failure that may pass, with a growing pause
 *                 └─────► failed                   and after `locked_until`, when the worker died
 */
export const imageJob = mysqlTable(
  'image_job',
  {
    id: bigint('id', { mode: 'number', unsigned: true }).autoincrement().primaryKey(),
    merchantId: int('merchant_id', { unsigned: true }).notNull(),
    /** The product it will belong to, known once that is saved. */
    productId: int('product_id', { unsigned: true }),
    /** Its place among the product's pictures; 0 is on the card. */
    position: smallint('position', { unsigned: true }),
    /** The picture it has become, once attached. */
    imageId: int('image_id', { unsigned: true }),
    /** Where the file as uploaded lies in the storage, until the job is attached. */
    uploadKey: asciiName('upload_key', { length: 128 }).notNull(),
    /** The file's name on the merchant's side, for messages only. */
    fileName: varchar('file_name', { length: 255 }).notNull(),
    bytes: int('bytes', { unsigned: true }).notNull(),
    state: mysqlEnum('state', ['waiting', 'working', 'ready', 'attached', 'failed']).notNull(),
    /** Which turn it has: lower ones first. 0 for those whose worker was lost, which are worked alone; 1 for uploads, 2 for imports. */
    lane: tinyint('lane', { unsigned: true }).notNull().default(1),
    /** How often it was begun. With `locked_by` it tells one holding from the next. */
    attempts: tinyint('attempts', { unsigned: true }).notNull().default(0),
    /** How many workers were lost while they had it. */
    lost: tinyint('lost', { unsigned: true }).notNull().default(0),
    /** Not before this. */
    runAfter: datetime('run_after', { mode: 'date', fsp: 3 }).notNull(),
    /** A worker has it until then; afterwards another may take it. */
    lockedUntil: datetime('locked_until', { mode: 'date', fsp: 3 }),
    lockedBy: asciiName('locked_by', { length: 64 }),
    /** Why it failed: a code for the page to put into words, and the sentence for the log. */
    errorCode: asciiName('error_code', { length: 48 }),
    errorMessage: text('error_message'),
    sha256: asciiName('sha256', { length: 64 }),
    width: smallint('width', { unsigned: true }),
    height: smallint('height', { unsigned: true }),
    placeholder: asciiText('placeholder'),
    modelId: asciiName('model_id', { length: 64 }),
    topFilters: bytes('top_filters', { length: 128 }),
    featureBits: bytes('feature_bits', { length: 3136 }),
    intensities: bytes('intensities', { length: 512 }),
    /** When it became ready. */
    describedAt: datetime('described_at', { mode: 'date', fsp: 3 }),
    createdAt: datetime('created_at', { mode: 'date', fsp: 3 }).notNull(),
    updatedAt: datetime('updated_at', { mode: 'date', fsp: 3 }).notNull(),
  },
  (table) => [
    // The next job: waiting, by lane, the longest due first; those whose worker died; what may be swept.
    index('image_job_due').on(table.state, table.lane, table.runAfter, table.id),
    // Whether a picture's files are still needed.
    index('image_job_sha256').on(table.sha256),
    // The register page's pictures; a product's pictures under way.
    index('image_job_merchant').on(table.merchantId, table.state, table.id),
    // Pictures per second.
    index('image_job_described').on(table.describedAt),
    index('image_job_product').on(table.productId, table.position),
  ],
);

export type ImageJobRow = typeof imageJob.$inferSelect;
export type NewImageJob = typeof imageJob.$inferInsert;
