import { bigint, index, int, mysqlTable } from 'drizzle-orm/mysql-core';
import { asciiName } from '@/db/schema/columns';

/**
 * Which stored picture an imported file became, so that the same file imported again is known. Stored pictures are made
 * anew from the file and named by what came out, which takes a while to find out.
 */
export const importPicture = mysqlTable(
  'import_picture',
  {
    id: int('id', { unsigned: true }).autoincrement().primaryKey(),
    merchantId: int('merchant_id', { unsigned: true }).notNull(),
    /** Of the file as it came: 64 hexadecimal digits. */
    uploadSha256: asciiName('upload_sha256', { length: 64 }).notNull(),
    /** The job that makes it ready; null when it was known without one. */
    jobId: bigint('job_id', { mode: 'number', unsigned: true }),
    /** Of the stored picture; null until it is known, when the job is asked. */
    sha256: asciiName('sha256', { length: 64 }),
  },
  // What became of the pictures of a row.
  (table) => [index('import_picture_upload').on(table.merchantId, table.uploadSha256)],
);
