import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { session, user } from '@/db';
import {
  currentAccount,
  currentSession,
  dueForRenewal,
  pageAccount,
  pageAdmin,
  renewSession,
  requireAccount,
  requireAdmin,
  scopeOf,
  signIn,
  signOut,
} from '@/lib/auth';
import { addAccount, changePassword, removeAccount } from '@/lib/auth/accounts';
import { closeAuth } from '@/lib/auth/auth';
import { SESSION_S } from '@/lib/auth/settings';
import { closeRedis, connectRedis, redis } from '@/lib/redis';
import { BreakableSocket } from '@/scripts/testing/breakable-socket';
import { createTestDatabase, testServer, type TestDatabase } from '@/scripts/testing/test-database';

interface SetCookie {
  readonly name: string;
  readonly value: string;
  readonly maxAge?: number;
}

/** The browser that asks: its cookies, its address, and what was set last. */
const browser = vi.hoisted(() => ({
  jar: new Map<string, string>(),
  address: '',
  path: '',
  origin: 'http://localhost:3000',
  lastSet: [] as SetCookie[],
}));

vi.mock('next/headers', () => ({
  headers: async () =>
    new Headers({
      cookie: [...browser.jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; '),
      'x-forwarded-for': browser.address,
      'x-dalma-path': browser.path,
      origin: browser.origin,
    }),
  cookies: async () => ({
    set: (name: string, value: string, options: Omit<SetCookie, 'name' | 'value'>) => {
      browser.lastSet.push({ name, value, ...options });
      if (options.maxAge === 0) browser.jar.delete(name);
      else browser.jar.set(name, value);
    },
  }),
}));

const PASSWORD = 'four unrelated words';
const HAN = { email: 'han@shop.example', password: PASSWORD };
const SEO = { email: 'seo@shop.example', password: PASSWORD };

let test: TestDatabase;
let socket: BreakableSocket;
let visits = 0;

beforeAll(async () => {
  vi.stubEnv('BETTER_AUTH_SECRET', 'only-of-this-test-0123456789-abcdefgh');
  vi.stubEnv('__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS', 'true');
  test = await createTestDatabase();
  socket = new BreakableSocket(new URL(testServer('TEST_REDIS_URL').replace(/^redis\+/, '')).pathname);
  await socket.mend();
  const merchant = { slug: 'han', name: { ko: '한', en: 'Han' } };
  await addAccount({ role: 'merchant', name: 'Han', ...HAN, merchant });
  await addAccount({ role: 'admin', name: 'Seo', ...SEO });
});
afterAll(async () => {
  closeAuth();
  closeRedis();
  await socket.remove();
  await test.drop();
  vi.unstubAllEnvs();
});

beforeEach(async () => {
  process.env.REDIS_URL = socket.path;
  closeRedis();
  closeAuth();
  await connectRedis();
  await redis()?.flushdb();
  leave();
});
afterEach(() => vi.useRealTimers());

it('the right password signs in, in a cookie that scripts cannot read and other sites cannot send', async () => {
  expect(await currentAccount()).toBeNull();
  await signIn(HAN);
  expect(browser.lastSet).toEqual([
    expect.objectContaining({ httpOnly: true, sameSite: 'lax', path: '/', maxAge: SESSION_S }),
  ]);
  const account = await requireAccount();
  expect(account).toMatchObject({ name: 'Han', email: HAN.email, role: 'merchant' });
  expect(scopeOf(account)).toEqual({ merchantId: account.merchantId });
});

it('the address is taken in any case and with spaces around it', async () => {
  await signIn({ ...HAN, email: ' Han@Shop.Example ' });
  expect(await currentAccount()).toMatchObject({ email: HAN.email });
});

it('an unknown address, a wrong password and a long wrong one are refused in the same words', async () => {
  const wrong = { code: 'wrong-credentials', message: 'The address or the password is not right.' };
  for (const attempt of [
    { ...HAN, password: 'not it' },
    { ...HAN, password: 'x'.repeat(128) },
    { email: 'nobody@shop.example', password: PASSWORD },
  ])
    await expect(signIn(attempt)).rejects.toMatchObject(wrong);
  expect(await currentAccount()).toBeNull();
});

it.each([{}, { ...HAN, email: 'han' }, { ...HAN, password: '' }, { email: {}, password: [] }])(
  'what cannot be right is refused before anything is looked up: %j',
  async (input) => {
    await expect(signIn(input)).rejects.toMatchObject({ code: 'invalid-input' });
  },
);

it('an admin may do everything, a merchant not what admins may, and nobody neither', async () => {
  await expect(requireAccount()).rejects.toMatchObject({ code: 'not-signed-in' });
  await expect(requireAdmin()).rejects.toMatchObject({ code: 'not-signed-in' });
  await signIn(HAN);
  await expect(requireAdmin()).rejects.toMatchObject({ code: 'not-allowed' });
  leave();
  await signIn(SEO);
  expect(scopeOf(await requireAdmin())).toBe('all');
});

it('a page leads to the sign-in page and names itself, and shows a merchant that admins only may see it', async () => {
  browser.path = '/admin/products?page=2';
  await expect(pageAccount()).rejects.toMatchObject({
    digest: expect.stringContaining('/sign-in?next=%2Fadmin%2Fproducts%3Fpage%3D2'),
  });
  await signIn(HAN);
  await expect(pageAdmin()).rejects.toMatchObject({ digest: expect.stringContaining(';403') });
});

it('a forged cookie, another secret’s cookie and a bare token are nobody’s', async () => {
  await signIn(HAN);
  const [[name = '', value = ''] = []] = browser.jar;
  const [token = ''] = value.split('.');
  const forged = `${token}.${Buffer.from('x'.repeat(32)).toString('base64')}`;
  for (const cookie of [token, forged, `${value}x`, value.toLowerCase()]) {
    browser.jar.set(name, cookie);
    expect(await currentAccount(), cookie).toBeNull();
  }
  browser.jar.set(name, value);
  expect(await currentAccount()).not.toBeNull();
  vi.stubEnv('BETTER_AUTH_SECRET', 'changed-0123456789-0123456789-abcdefgh');
  closeAuth();
  expect(await currentAccount()).toBeNull();
  vi.stubEnv('BETTER_AUTH_SECRET', 'only-of-this-test-0123456789-abcdefgh');
});

it('signing out ends the session also for whoever has copied the cookie, and no other session', async () => {
  await signIn(HAN);
  const elsewhere = new Map(browser.jar);
  leave();
  await signIn(HAN);
  const copied = new Map(browser.jar);
  expect(await currentAccount()).not.toBeNull();
  await signOut();
  expect(browser.jar.size).toBe(0);
  browser.jar = copied;
  expect(await currentAccount()).toBeNull();
  browser.jar = elsewhere;
  expect(await currentAccount()).not.toBeNull();
});

it('an empty Redis signs nobody out, and afterwards answers for MySQL again', async () => {
  await signIn(HAN);
  await redis()?.flushdb();
  expect(await currentAccount()).toMatchObject({ email: HAN.email });
  await test.db.delete(session);
  expect(await currentAccount()).toMatchObject({ email: HAN.email });
});

it('Redis going down signs nobody out, and whoever signs in or out meanwhile stays so when it is back', async () => {
  await signIn(HAN);
  const before = new Map(browser.jar);
  await socket.cut();
  expect(await currentAccount()).toMatchObject({ email: HAN.email });
  leave();
  await signIn(SEO);
  const during = new Map(browser.jar);
  leave();
  await signIn(HAN);
  const ended = new Map(browser.jar);
  await signOut();
  await socket.mend();
  await connectRedis();
  const seen = [];
  for (const jar of [before, during, ended]) {
    browser.jar = jar;
    seen.push((await currentAccount())?.email);
  }
  expect(seen).toEqual([HAN.email, SEO.email, undefined]);
});

it('what Redis keeps of a session it forgets within a minute', async () => {
  await signIn(HAN);
  await currentAccount();
  const [token = ''] = [...browser.jar.values()].map((value) => value.split('.')[0]);
  const left = await redis()?.ttl(`dalma:auth:${token}`);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(60);
});

it.each([true, false])('a session ends when it is over (Redis: %s)', async (withRedis) => {
  if (!withRedis) {
    process.env.REDIS_URL = '';
    closeRedis();
    closeAuth();
  }
  await signIn(HAN);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + SESSION_S * 1_000 + 1_000 });
  await expect(requireAccount()).rejects.toMatchObject({ code: 'not-signed-in' });
});

it('a session in use is renewed after a day, for another week', async () => {
  await signIn(HAN);
  expect(dueForRenewal((await currentSession())!.session)).toBe(false);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 + 1_000 });
  await redis()?.flushdb();
  expect(dueForRenewal((await currentSession())!.session)).toBe(true);
  browser.lastSet = [];
  await renewSession();
  expect(browser.lastSet).toEqual([expect.objectContaining({ maxAge: SESSION_S })]);
  const renewed = (await currentSession())!.session;
  expect(dueForRenewal(renewed)).toBe(false);
  expect(renewed.expiresAt.getTime() - Date.now()).toBeGreaterThan((SESSION_S - 60) * 1_000);
});

it.each(['', 'redis', 'cut'])(
  'after ten failures from one address an account is refused there, and nowhere else (Redis: %j)',
  async (how) => {
    if (how === '') {
      process.env.REDIS_URL = '';
      closeRedis();
      closeAuth();
    }
    if (how === 'cut') await socket.cut();
    const email = `limit-${how || 'none'}@shop.example`;
    await addAccount({ role: 'admin', name: 'Limit', email, password: PASSWORD });
    for (let attempt = 0; attempt < 10; attempt++)
      await expect(signIn({ email, password: 'wrong' })).rejects.toMatchObject({ code: 'wrong-credentials' });
    const refused = { code: 'too-many-requests', retryAfterSeconds: expect.any(Number) };
    await expect(signIn({ email, password: PASSWORD })).rejects.toMatchObject(refused);
    await signIn(HAN);
    leave();
    await signIn({ email, password: PASSWORD });
    if (how === 'cut') await socket.mend();
  },
);

it('strangers at many addresses slow an account down for two minutes at most, and one who is refused adds nothing', async () => {
  const person = { email: 'aimed-at@shop.example', password: PASSWORD };
  await addAccount({ role: 'admin', name: 'Aimed at', ...person });
  const wrong = { ...person, password: 'wrong' };
  const fail = async (times: number) => {
    for (let attempt = 0; attempt < times; attempt++) await signIn(wrong).catch(() => {});
  };
  await fail(25);
  leave();
  await fail(9);
  leave();
  await signIn(person);
  leave();
  await fail(1);
  leave();
  const refusal = await signIn(person).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'too-many-requests' });
  expect((refusal as { retryAfterSeconds: number }).retryAfterSeconds).toBeLessThanOrEqual(120);
}, 120_000);

it('failures from elsewhere do not lock out who is signed in already, and that address has no more tries than others', async () => {
  const person = { email: 'known@shop.example', password: PASSWORD };
  await addAccount({ role: 'admin', name: 'Known', ...person });
  const wrong = { ...person, password: 'wrong' };
  await signIn(person);
  const { address } = browser;
  for (let attempt = 0; attempt < 20; attempt++) {
    leave();
    await expect(signIn(wrong)).rejects.toMatchObject({ code: 'wrong-credentials' });
  }
  leave();
  await expect(signIn(person)).rejects.toMatchObject({ code: 'too-many-requests' });
  browser.address = address;
  await signIn(person);
  for (let attempt = 0; attempt < 10; attempt++)
    await expect(signIn(wrong)).rejects.toMatchObject({ code: 'wrong-credentials' });
  await expect(signIn(person)).rejects.toMatchObject({ code: 'too-many-requests' });
}, 120_000);

it('failures at many accounts are limited by the address they come from, and successes are not counted', async () => {
  const address = browser.address;
  for (let attempt = 0; attempt < 30; attempt++) {
    if (attempt % 10 === 0) await signIn(HAN);
    const email = `nobody-${attempt}@shop.example`;
    await expect(signIn({ email, password: 'wrong' })).rejects.toMatchObject({ code: 'wrong-credentials' });
  }
  await expect(signIn(HAN)).rejects.toMatchObject({ code: 'too-many-requests' });
  browser.address = `10.9.9.9, ${address}`;
  await expect(signIn(HAN)).rejects.toMatchObject({ code: 'too-many-requests' });
  browser.address = `${address}, 10.9.9.9`;
  await signIn(HAN);
}, 120_000);

it('a new password and removal end all sessions at once', async () => {
  const person = { email: 'leaves@shop.example', password: PASSWORD };
  await addAccount({ role: 'admin', name: 'Leaves', ...person });
  await signIn(person);
  expect(await currentAccount()).not.toBeNull();
  await changePassword(person.email, 'quite another phrase');
  expect(await currentAccount()).toBeNull();
  await expect(signIn(person)).rejects.toMatchObject({ code: 'wrong-credentials' });
  await signIn({ ...person, password: 'quite another phrase' });
  expect(await currentAccount()).not.toBeNull();
  await removeAccount(person.email);
  expect(await currentAccount()).toBeNull();
  const rows = await test.db.select().from(user).where(eq(user.email, person.email));
  expect(rows).toEqual([]);
});

it('over plain http the shop says that signing in needs https, instead of losing the cookie', async () => {
  vi.stubEnv('SITE_URL', 'https://shop.example');
  closeAuth();
  browser.origin = 'http://shop.example';
  await expect(signIn(HAN)).rejects.toMatchObject({ code: 'https-needed' });
  browser.origin = 'https://shop.example';
  await signIn(HAN);
  expect(browser.lastSet).toEqual([
    expect.objectContaining({ name: expect.stringMatching(/^__Secure-/), secure: true }),
  ]);
  vi.stubEnv('SITE_URL', '');
});

/** Another browser, at another address. */
function leave(): void {
  visits++;
  Object.assign(browser, {
    jar: new Map(),
    address: `10.0.${visits >> 8}.${visits & 255}`,
    path: '',
    origin: 'http://localhost:3000',
    lastSet: [],
  });
}
