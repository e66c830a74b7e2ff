import { and, asc, eq } from 'drizzle-orm';
import type { Database, Queryable } from '@/db';
import { account, merchant, session, user } from '@/db/schema';

/** The provider under which Better Auth keeps passwords. */
const PASSWORD = 'credential';

export interface NewAccount {
  readonly userId: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'merchant' | 'admin';
  readonly merchantId: number | null;
  readonly passwordHash: string;
  readonly now: Date;
}

/** Somebody and their password, both or neither. */
export async function insertAccount(db: Database, row: NewAccount): Promise<void> {
  const { userId, name, email, role, merchantId, passwordHash, now } = row;
  const times = { createdAt: now, updatedAt: now };
  await db.transaction(async (tx) => {
    await tx
      .insert(user)
      .values({ id: userId, name, email, emailVerified: true, role, merchantId, ...times });
    await tx.insert(account).values({
      id: row.accountId,
      accountId: userId,
      providerId: PASSWORD,
      userId,
      password: passwordHash,
      ...times,
    });
  });
}

/** Everybody who can sign in, by address. */
export function selectAccounts(db: Queryable) {
  return db
    .select({ name: user.name, email: user.email, role: user.role, merchantSlug: merchant.slug })
    .from(user)
    .leftJoin(merchant, eq(merchant.id, user.merchantId))
    .orderBy(asc(user.email));
}

export async function userByEmail(db: Queryable, email: string) {
  const [row] = await db
    .select({ id: user.id, name: user.name, email: user.email, passwordHash: account.password })
    .from(user)
    .leftJoin(account, and(eq(account.userId, user.id), eq(account.providerId, PASSWORD)))
    .where(eq(user.email, email));
  return row;
}

export async function merchantIdBySlug(db: Queryable, slug: string): Promise<number | undefined> {
  const [row] = await db.select({ id: merchant.id }).from(merchant).where(eq(merchant.slug, slug));
  return row?.id;
}

export async function updatePasswordHash(
  db: Queryable,
  userId: string,
  passwordHash: string,
  now: Date,
): Promise<void> {
  await db
    .update(account)
    .set({ password: passwordHash, updatedAt: now })
    .where(and(eq(account.userId, userId), eq(account.providerId, PASSWORD)));
}

/** Removes somebody, their password and their sessions. Their shop and its products stay. */
export async function deleteUser(db: Database, userId: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(session).where(eq(session.userId, userId));
    await tx.delete(account).where(eq(account.userId, userId));
    await tx.delete(user).where(eq(user.id, userId));
  });
}

/** Ends all of somebody's sessions. @returns their tokens */
export async function deleteSessionsOf(db: Database, userId: string): Promise<string[]> {
  return db.transaction(async (tx) => {
    const rows = await tx.select({ token: session.token }).from(session).where(eq(session.userId, userId));
    await tx.delete(session).where(eq(session.userId, userId));
    return rows.map(({ token }) => token);
  });
}
