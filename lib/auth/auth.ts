import { betterAuth, type BetterAuthOptions } from 'better-auth/minimal';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { account, session, user, verification } from '@/db/schema';
import { sessionCache } from '@/lib/auth/session-cache';
import { PASSWORD_LENGTH, RENEWED_AFTER_S, SESSION_S } from '@/lib/auth/settings';
import { database } from '@/lib/database';
import { authEnv, demoEnv, serverEnv } from '@/lib/env';
import { log } from '@/lib/log';
import { redis } from '@/lib/redis';

const KEY = Symbol.for('dalma.auth');
const store = globalThis as { [KEY]?: Auth };

export type Auth = ReturnType<typeof openAuth>;

/** The process's Better Auth, made at the first call. Its HTTP endpoints are not served: only `lib/auth` speaks to it. */
export function auth(): Auth {
  return (store[KEY] ??= openAuth());
}

/** Forgets the process's Better Auth: for tests that change database or Redis. */
export function closeAuth(): void {
  delete store[KEY];
}

function openAuth() {
  const client = redis();
  const { SITE_URL, PORT } = serverEnv();
  return betterAuth({
    appName: 'Dalma',
    baseURL: SITE_URL ?? `http://localhost:${PORT}`,
    secret: authEnv().BETTER_AUTH_SECRET,
    database: drizzleAdapter(database(), {
      provider: 'mysql',
      schema: { user, session, account, verification },
    }),
    ...(client && { secondaryStorage: sessionCache(client) }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        merchantId: { type: 'number', required: false, input: false },
      },
    },
    session: { expiresIn: SESSION_S, updateAge: RENEWED_AFTER_S, storeSessionInDatabase: true },
    advanced: { useSecureCookies: secureCookies(), cookiePrefix: 'dalma' },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // What it calls errors are mostly wrong passwords and lapsed copies; real ones are thrown, too.
    logger: { log: (_, message) => log().debug({ from: 'better-auth' }, message) },
  } satisfies BetterAuthOptions);
}

/** Cookies travel over https only, but for a shop that is served over http on purpose: the demo, or development. */
export function secureCookies(): boolean {
  const { SITE_URL } = serverEnv();
  if (SITE_URL !== undefined) return SITE_URL.startsWith('https:');
  return process.env.NODE_ENV === 'production' && demoEnv().DEMO !== '1';
}
