import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { cleanEnv } from './clean-env';

const NAMES = [
  'DATABASE_URL',
  'REDIS_URL',
  'STORAGE_DIR',
  'INDEX_DIR',
  'NARROWING',
  'RERANKER',
  'FEATURE_SOURCE',
  'MODEL_ID',
  'BETTER_AUTH_SECRET',
  'DEMO',
  'DEMO_SECRETS',
  'SITE_URL',
  'PORT',
  'HOST',
  'LOG_LEVEL',
];

const folder = mkdtempSync(join(tmpdir(), 'dotenv-'));
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(folder, { recursive: true }));

it.each(NAMES)('what is tested does not depend on the %s of whoever tests', (name) => {
  vi.stubEnv(name, 'somebody’s own');
  expect(cleanEnv()).not.toHaveProperty(name);
});

it('leaves what other programs need', () => {
  expect(cleanEnv().PATH).toBe(process.env.PATH);
});

it('what is tested does not depend on a .env file either', () => {
  writeFileSync(join(folder, '.env'), 'MODEL_ID=somebody-s-own\n');
  symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(folder, 'node_modules'));
  const seenIn = (env: NodeJS.ProcessEnv) =>
    spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', READER], {
      cwd: folder,
      env,
    })
      .stdout.toString()
      .trim();
  expect(seenIn({ ...cleanEnv(), __NEXT_PROCESSED_ENV: '' })).toBe('somebody-s-own');
  expect(seenIn(cleanEnv())).toBe('undefined');
});

const READER = `
  await import(${JSON.stringify(fileURLToPath(new URL('../demo/dotenv.ts', import.meta.url)))});
  console.log(String(process.env.MODEL_ID));
`;
