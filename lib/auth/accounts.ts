import { randomUUID } from 'node:crypto';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { z } from 'zod';
import {
  deleteSessionsOf,
  deleteUser,
  insertAccount,
  merchantIdBySlug,
  selectAccounts,
  updatePasswordHash,
  userByEmail,
} from '@/db/queries/accounts';
import { putMerchants } from '@/db/queries/shelves';
import { emailAddress } from '@/lib/auth/email';
import { requireStrongPassword } from '@/lib/auth/password';
import { sessionCache } from '@/lib/auth/session-cache';
import { database } from '@/lib/database';
import { CallerError, parseInput } from '@/lib/errors';
import { redis } from '@/lib/redis';

/*
 * Accounts are made, changed and removed by the operator only, with `npm run account` and the demo's seed.
 */

const text = (most: number) => z.string().trim().min(1, { error: 'is missing' }).max(most);
const slugError = 'must be small letters, digits and hyphens, such as cloudfarm';

const newAccount = z.discriminatedUnion(
  'role',
  [
    z.strictObject({ role: z.literal('admin'), ...person() }),
    z.strictObject({
      role: z.literal('merchant'),
      ...person(),
      merchant: z.strictObject({
        slug: z
          .string({ error: 'is missing: whose products are theirs?' })
          .regex(/^[a-z0-9-]{1,64}$/, { error: slugError }),
        /** Given for a shop that is new. */
        name: z.strictObject({ ko: text(120), en: text(120) }).optional(),
      }),
    }),
  ],
  { error: 'must be merchant or admin' },
);

export type NewAccountInput = z.input<typeof newAccount>;

/** @throws CallerError when the input, the password or the address is refused, or the shop is neither there nor named. */
export async function addAccount(input: unknown): Promise<void> {
  const account = parseInput(newAccount, input, 'account');
  requireStrongPassword(account.password, account);
  if (await userByEmail(database(), account.email)) {
    throw new CallerError('already-exists', `${account.email} has an account already.`);
  }
  await insertAccount(database(), {
    userId: randomUUID(),
    accountId: randomUUID(),
    name: account.name,
    email: account.email,
    role: account.role,
    merchantId: account.role === 'merchant' ? await merchantOf(account.merchant) : null,
    passwordHash: await hashPassword(account.password),
    now: new Date(),
  });
}

export function listAccounts() {
  return selectAccounts(database());
}

/** Signs them out everywhere. Their shop and its products stay. @throws CallerError `not-found` */
export async function removeAccount(email: string): Promise<void> {
  const { id } = await existing(email);
  await endSessions(id);
  await deleteUser(database(), id);
}

/** Signs them out everywhere. @throws CallerError `not-found`, or `invalid-input` for a weak password */
export async function changePassword(email: string, password: string): Promise<void> {
  const user = await existing(email);
  requireStrongPassword(password, user);
  await updatePasswordHash(database(), user.id, await hashPassword(password), new Date());
  await endSessions(user.id);
}

/** Whether this is the password of an account that is there; null when nobody has the address. */
export async function passwordFits(email: string, password: string): Promise<boolean | null> {
  const user = await userByEmail(database(), email);
  if (!user) return null;
  return user.passwordHash !== null && verifyPassword({ hash: user.passwordHash, password });
}

function person() {
  return {
    name: text(120),
    email: emailAddress,
    password: z.string({ error: 'is missing' }),
  };
}

async function merchantOf({ slug, name }: { slug: string; name?: { ko: string; en: string } | undefined }) {
  const known = await merchantIdBySlug(database(), slug);
  if (known !== undefined) return known;
  if (!name) {
    throw new CallerError(
      'not-found',
      `There is no merchant ${slug}: correct it, or make one with --merchant-name-ko and --merchant-name-en.`,
    );
  }
  await putMerchants(database(), [{ slug, nameKo: name.ko, nameEn: name.en }]);
  return (await merchantIdBySlug(database(), slug)) ?? null;
}

async function existing(email: string) {
  const user = await userByEmail(database(), email.trim().toLowerCase());
  if (!user)
    throw new CallerError('not-found', `${email} has no account: \`npm run account -- list\` shows all.`);
  return user;
}

/** In the database, and in Redis where it would be remembered for a minute. */
async function endSessions(userId: string): Promise<void> {
  const tokens = await deleteSessionsOf(database(), userId);
  const client = redis();
  if (!client) return;
  const cache = sessionCache(client);
  await Promise.all(tokens.map((token) => cache.delete(token)));
}
