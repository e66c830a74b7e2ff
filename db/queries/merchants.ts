import { asc } from 'drizzle-orm';
import type { Queryable } from '@/db';
import { merchant } from '@/db/schema';

/** Every merchant, by name. */
export async function allMerchants(db: Queryable) {
  return db.select().from(merchant).orderBy(asc(merchant.nameKo), asc(merchant.id));
}
