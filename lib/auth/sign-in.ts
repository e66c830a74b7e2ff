import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import { isAPIError } from 'better-auth/api';
import { cookies, headers } from 'next/headers';
import { z } from 'zod';
import { isSignedInFrom } from '@/db/queries/known-address';
import { auth, secureCookies } from '@/lib/auth/auth';
import { emailAddress } from '@/lib/auth/email';
import {
  ACCOUNT_FROM_ADDRESS_LIMIT,
  ACCOUNT_LIMIT,
  ADDRESS_LIMIT,
  PASSWORD_LENGTH,
  RENEWED_AFTER_S,
} from '@/lib/auth/settings';
import { database } from '@/lib/database';
import { AccessError, parseInput } from '@/lib/errors';
import { giveBack, rateLimit, type Limit } from '@/lib/rate-limit';

/** The address of whoever comes without a proxy. */
const UNKNOWN = 'unknown';

const credentials = z.object({
  email: emailAddress,
  password: z.string().min(1, { error: 'is missing' }).max(PASSWORD_LENGTH.most),
});

/**
 * Signs the browser of this server action in. Failures are limited by address, by account and by both; whether the account
 * exists is told by neither the answer nor its time.
 * @throws CallerError `invalid-input` for what cannot be an address or a password
 * @throws AccessError `wrong-credentials`, or `https-needed` where the browser would not keep the cookie
 * @throws TooManyRequests
 */
export async function signIn(input: unknown): Promise<void> {
  const { email, password } = parseInput(credentials, input, 'sign-in');
  const request = await headers();
  requireKeptCookies(request.get('origin'));
  const address = addressOf(request);
  const limits = await limitsOf(email, address);
  for (const [name, key, limit] of limits) await rateLimit(name, key, limit);
  await setCookies(await check(email, password, request, address));
  await Promise.all(limits.map(([name, key, limit]) => giveBack(name, key, limit)));
}

/** Ends the session of this server action's browser, also for anybody who has copied its cookie. */
export async function signOut(): Promise<void> {
  const answer = await auth().api.signOut({ headers: await headers(), returnHeaders: true });
  await setCookies(answer.headers);
}

/** Gives the browser of this server action its session for another week, if it has one that is a day old. */
export async function renewSession(): Promise<void> {
  const answer = await auth().api.getSession({ headers: await headers(), returnHeaders: true });
  await setCookies(answer.headers);
}

export function dueForRenewal(session: { readonly updatedAt: Date }): boolean {
  return Date.now() - session.updatedAt.getTime() >= RENEWED_AFTER_S * 1_000;
}

/**
 * What an attempt is counted by, in this order: one that its address is refused for does not count for the account. Where
 * somebody is signed in to the account already, failures elsewhere count not at all.
 */
async function limitsOf(email: string, address: string): Promise<[name: string, key: string, Limit][]> {
  const known = address !== UNKNOWN && (await isSignedInFrom(database(), email, address));
  return [
    ['sign-in-address', address, ADDRESS_LIMIT],
    ['sign-in-account-from', `${email} ${address}`, ACCOUNT_FROM_ADDRESS_LIMIT],
    ...(known ? [] : [['sign-in-account', email, ACCOUNT_LIMIT] as [string, string, Limit]]),
  ];
}

async function check(email: string, password: string, request: Headers, address: string): Promise<Headers> {
  const own = new Headers({
    'user-agent': request.get('user-agent') ?? '',
    'x-forwarded-for': address,
  });
  try {
    return (await auth().api.signInEmail({ body: { email, password }, headers: own, returnHeaders: true }))
      .headers;
  } catch (error) {
    if (!isAPIError(error) || error.statusCode !== 401) throw error;
    throw new AccessError('wrong-credentials', 'The address or the password is not right.');
  }
}

/** The last address of the chain is the one that our own proxy saw; whatever stands before it anybody may write. */
function addressOf(request: { get(name: string): string | null }): string {
  return request.get('x-forwarded-for')?.split(',').at(-1)?.trim() || UNKNOWN;
}

/** Over plain http a browser drops a Secure cookie without a word, but for its own machine. */
function requireKeptCookies(origin: string | null): void {
  if (!secureCookies() || !origin?.startsWith('http:')) return;
  if (['localhost', '127.0.0.1', '[::1]'].includes(new URL(origin).hostname)) return;
  throw new AccessError(
    'https-needed',
    'Signing in needs https: set SITE_URL to the https address of the shop.',
  );
}

async function setCookies(answer: Headers): Promise<void> {
  const jar = await cookies();
  for (const line of answer.getSetCookie())
    for (const [name, cookie] of parseSetCookieHeader(line))
      jar.set(name, cookie.value, toCookieOptions(cookie));
}
