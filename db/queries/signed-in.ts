import { and, eq, gt } from 'drizzle-orm';
import type { Queryable } from '@/db';
import { session, user } from '@/db/schema';

/** The session of a token, unless it has ended, and whose it is. */
export async function sessionOfToken(db: Queryable, token: string, now: Date) {
  const [row] = await db
    .select({ session, user })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(and(eq(session.token, token), gt(session.expiresAt, now)));
  return row;
}
