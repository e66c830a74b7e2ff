import { execFile } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { passwordFits } from '@/lib/auth/accounts';
import { createTestDatabase, testServer, type TestDatabase } from '@/scripts/testing/test-database';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const HAN = 'han@shop.example';
const NEW_SHOP = ['--merchant', 'han', '--merchant-name-ko', '한상회', '--merchant-name-en', 'Han & Co'];

it('makes a merchant with a new shop, lists, gives another password, and removes', async () => {
  const made = await account(
    'four unrelated words',
    'add',
    HAN,
    '--name',
    'Han',
    '--role',
    'merchant',
    ...NEW_SHOP,
  );
  expect(made).toEqual({ ok: true, said: `${HAN} can sign in.` });
  expect((await account('', 'list')).said).toBe(`${HAN}  merchant  han  Han`);
  expect(await passwordFits(HAN, 'four unrelated words')).toBe(true);

  const changed = await account('quite another phrase\n', 'password', HAN);
  expect(changed.said).toContain('signed out everywhere');
  expect(await passwordFits(HAN, 'quite another phrase')).toBe(true);
  expect(await passwordFits(HAN, 'four unrelated words')).toBe(false);

  await account('', 'remove', HAN);
  expect(await passwordFits(HAN, 'quite another phrase')).toBeNull();
});

it.each([
  ['a weak password', 'aaaaaaaaaaaa', ['add', HAN, '--name', 'Han', '--role', 'admin'], 'is easily guessed'],
  ['no password', '', ['add', HAN, '--name', 'Han', '--role', 'admin'], 'no password on the input'],
  ['no address', 'x', ['add', 'han', '--name', 'Han', '--role', 'admin'], 'such as me@shop.example'],
  ['no role', 'x', ['add', HAN, '--name', 'Han'], 'role: must be merchant or admin'],
  ['a merchant without a shop', 'x', ['add', HAN, '--name', 'Han', '--role', 'merchant'], 'whose products'],
  [
    'a shop that is not there',
    'four unrelated words',
    ['add', HAN, '--name', 'Han', '--role', 'merchant', '--merchant', 'nowhere'],
    '--merchant-name-ko',
  ],
  ['an unknown option', 'x', ['add', HAN, '--password', 'x'], 'npm run account -- add'],
  ['nobody', 'four unrelated words', ['password', 'nobody@shop.example'], 'has no account'],
  ['nobody', '', ['remove', 'nobody@shop.example'], 'has no account'],
])('refuses %s with what to do next', async (_, input, args, expected) => {
  const { ok, said } = await account(input, ...args);
  expect(ok).toBe(false);
  expect(said).toContain(expected);
  expect(said).not.toContain('    at ');
});

/** Runs the program with `input` on its standard input. */
function account(input: string, ...args: readonly string[]): Promise<{ ok: boolean; said: string }> {
  return new Promise((resolve) => {
    const program = ['--import', 'tsx', 'scripts/account.ts', ...args];
    const env = { ...process.env, REDIS_URL: testServer('TEST_REDIS_URL'), BETTER_AUTH_SECRET: '' };
    const child = execFile(process.execPath, program, { env }, (error, stdout, stderr) => {
      resolve({ ok: error === null, said: `${stdout}${stderr}`.trim() });
    });
    child.stdin?.end(input);
  });
}
