import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { demoSecrets } from './secrets';

let folder: string;
const file = () => path.join(folder, 'below', 'secrets.json');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dalma-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const secrets = (env = {}) => demoSecrets(path.join(folder, 'below'), env);

it('makes secrets once, that only their owner may read', () => {
  const first = secrets();
  expect(first.BETTER_AUTH_SECRET.length).toBeGreaterThanOrEqual(43);
  expect(first).toMatchObject({ DEMO: '1', DEMO_SECRETS: file() });
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(secrets()).toEqual(first);
});

it('no two demos have the same', () => {
  const first = { ...secrets(), text: readFileSync(file(), 'utf8') };
  rmSync(file());
  expect(secrets().BETTER_AUTH_SECRET).not.toBe(first.BETTER_AUTH_SECRET);
  const passwords = (text: string) =>
    (JSON.parse(text) as { accounts: { password: string }[] }).accounts.map(({ password }) => password);
  const all = [...passwords(first.text), ...passwords(readFileSync(file(), 'utf8'))];
  expect(new Set(all).size).toBe(4);
});

it('leaves a secret that is set', () => {
  expect(secrets({ BETTER_AUTH_SECRET: 'mine' }).BETTER_AUTH_SECRET).toBe('mine');
});

it('says what to do about a damaged file', () => {
  secrets();
  writeFileSync(file(), '{');
  expect(secrets).toThrow(`${file()} is damaged: remove it`);
});
