import { and, eq, gt, sql } from 'drizzle-orm';
import type { Queryable } from '@/db';
import { session, user } from '@/db/schema';

/** Whether somebody is signed in to that account from that network address. */
export async function isSignedInFrom(db: Queryable, email: string, ipAddress: string): Promise<boolean> {
  const rows = await db
    .select({ id: session.id })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(
      and(
        eq(user.email, email),
        eq(session.ipAddress, ipAddress),
        gt(session.expiresAt, sql`utc_timestamp(3)`),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
