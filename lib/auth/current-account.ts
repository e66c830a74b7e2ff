import { headers } from 'next/headers';
import { cache } from 'react';
import { z } from 'zod';
import { auth } from '@/lib/auth/auth';
import type { Account } from '@/lib/auth/types';
import { DalmaError } from '@/lib/errors';

/** Who is signed in, by the request's cookie; null for nobody. Read once per page. */
export const currentAccount: () => Promise<Account | null> = cache(async () => {
  const signedIn = await currentSession();
  return signedIn && accountOf(signedIn.user);
});

/** The session of the request's cookie. It is not renewed here: a page cannot send the renewed cookie. */
export async function currentSession() {
  return auth().api.getSession({ headers: await headers(), query: { disableRefresh: true } });
}

const userShape = z.union([
  z.object({
    role: z.literal('admin'),
    merchantId: z
      .null()
      .optional()
      .transform(() => null),
  }),
  z.object({ role: z.literal('merchant'), merchantId: z.number().int().positive() }),
]);

/** @throws DalmaError for a merchant without a shop or an unknown role: such a row was not made by our programs. */
export function accountOf(user: {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly merchantId?: number | null | undefined;
}): Account {
  const { id, name, email, role, merchantId } = user;
  const parsed = userShape.safeParse({ role, merchantId });
  if (!parsed.success)
    throw new DalmaError(`The account ${id} has the role ${role}, merchant ${merchantId}.`);
  return { userId: id, name, email, ...parsed.data };
}
