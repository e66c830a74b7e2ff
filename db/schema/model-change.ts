import { datetime, index, int, mysqlEnum, mysqlTable, text } from 'drizzle-orm/mysql-core';
import { asciiName } from '@/db/schema/columns';

/**
 * Replacing the network: all pictures are described by the new one while the old one serves, then every process changes
 * over. The model in use is that of the last row that says `switched`, or the environment's when there is none.
 *
 *   describing ─► described ─► switching ─► switched
 *        └────────────┴───► removing ─► removed          what `to_model` said of pictures is taken away again; a row may
 *                                                        begin as `removing`, to clear away a network no longer wanted
 *   describing, switching ─► failed                      nothing was lost: begun again, it goes on from there
 */
export const modelChange = mysqlTable(
  'model_change',
  {
    id: int('id', { unsigned: true }).autoincrement().primaryKey(),
    fromModel: asciiName('from_model', { length: 64 }).notNull(),
    toModel: asciiName('to_model', { length: 64 }).notNull(),
    state: mysqlEnum('state', [
      'describing',
      'described',
      'switching',
      'switched',
      'removing',
      'removed',
      'failed',
    ]).notNull(),
    totalPictures: int('total_pictures', { unsigned: true }).notNull().default(0),
    donePictures: int('done_pictures', { unsigned: true }).notNull().default(0),
    /** Pictures that the network could not look at, and the first hundred of them by number, with the reason: JSON. */
    failedPictures: int('failed_pictures', { unsigned: true }).notNull().default(0),
    failures: text('failures'),
    error: text('error'),
    /** A process works on it until then; afterwards another may go on. */
    lockedUntil: datetime('locked_until', { mode: 'date', fsp: 3 }),
    lockedBy: asciiName('locked_by', { length: 64 }),
    createdAt: datetime('created_at', { mode: 'date', fsp: 3 }).notNull(),
    updatedAt: datetime('updated_at', { mode: 'date', fsp: 3 }).notNull(),
  },
  (table) => [index('model_change_state').on(table.state, table.id)],
);

export type ModelChangeRow = typeof modelChange.$inferSelect;
