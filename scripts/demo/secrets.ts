import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { SetupError } from '../services';

const DEMO_ACCOUNTS = [
  { as: 'merchant', name: '한지우', email: 'merchant@dalma.example' },
  { as: 'admin', name: '서하린', email: 'admin@dalma.example' },
] as const;

/** Somebody with another shop, whose products the first merchant must not touch. */
const OTHER_MERCHANT = {
  as: 'other-merchant',
  name: '문도윤',
  email: 'other-merchant@dalma.example',
} as const;

const shape = z.object({
  authSecret: z.string().min(32),
  accounts: z.array(z.object({ as: z.string(), name: z.string(), email: z.string(), password: z.string() })),
});

type Secrets = z.infer<typeof shape>;

/**
 * Settings for signing in to a demo: secrets of its own, made at the first start and kept in `secrets.json` below
 * `folder`, which only their owner may read. A BETTER_AUTH_SECRET that is set already is left.
 * @throws SetupError when the file is not what was written
 */
export function demoSecrets(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
  people: 'demo' | 'test' = 'demo',
) {
  const path = resolve(folder, 'secrets.json');
  const { authSecret } = readSecrets(path) ?? makeSecrets(path, people);
  return { BETTER_AUTH_SECRET: env.BETTER_AUTH_SECRET || authSecret, DEMO: '1', DEMO_SECRETS: path };
}

function readSecrets(path: string): Secrets | null {
  const text = contentOf(path);
  if (text === null) return null;
  try {
    const secrets = shape.parse(JSON.parse(text));
    chmodSync(path, 0o600);
    return secrets;
  } catch {
    throw new SetupError(`${path} is damaged: remove it, and the next start makes new secrets.`);
  }
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function makeSecrets(path: string, people: 'demo' | 'test'): Secrets {
  const accounts = people === 'demo' ? DEMO_ACCOUNTS : [...DEMO_ACCOUNTS, OTHER_MERCHANT];
  const secrets: Secrets = {
    authSecret: randomBytes(32).toString('base64url'),
    accounts: accounts.map((account) => ({ ...account, password: randomBytes(12).toString('base64url') })),
  };
  mkdirSync(join(path, '..'), { recursive: true });
  const unfinished = `${path}.tmp`;
  writeFileSync(unfinished, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, path);
  return secrets;
}
