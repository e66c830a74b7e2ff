import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { MySql2Database, MySql2PreparedQueryHKT, MySql2QueryResultHKT } from 'drizzle-orm/mysql2';
import type { MySqlTransaction } from 'drizzle-orm/mysql-core';
import type * as schema from '@/db/schema';

export * from '@/db/schema';

type Schema = typeof schema;

/** The process's database handle. */
export type Database = MySql2Database<Schema>;

/** A transaction under way. */
export type Transaction = MySqlTransaction<
  MySql2QueryResultHKT,
  MySql2PreparedQueryHKT,
  Schema,
  ExtractTablesWithRelations<Schema>
>;

/** What a query needs: either of the two. */
export type Queryable = Database | Transaction;
