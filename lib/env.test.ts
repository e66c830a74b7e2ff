import { afterEach, expect, it, vi } from 'vitest';
import { databaseEnv, modelEnv, redisEnv, serverEnv } from '@/lib/env';

afterEach(() => vi.unstubAllEnvs());

it.each(['', 'localhost', 'mysql://localhost', 'postgres://u@h/db'])(
  'DATABASE_URL=%j is refused with an example of a right one',
  (url) => {
    vi.stubEnv('DATABASE_URL', url);
    expect(() => databaseEnv()).toThrow('mysql://user:password@host:3306/dalma');
  },
);

it('a missing DATABASE_URL says what to type', () => {
  vi.stubEnv('DATABASE_URL', undefined);
  expect(() => databaseEnv()).toThrow('npm run demo');
});

it.each([
  'mysql://root:pass@db:3306/dalma',
  'mysql://root@localhost/dalma?socketPath=/run/my.sock',
  'mariadb://u@h/d',
])('DATABASE_URL=%s is taken', (url) => {
  vi.stubEnv('DATABASE_URL', url);
  expect(databaseEnv().DATABASE_URL).toBe(url);
});

it('an empty optional setting is one that is not set', () => {
  vi.stubEnv('REDIS_URL', '');
  vi.stubEnv('SITE_URL', '');
  expect(redisEnv().REDIS_URL).toBeUndefined();
  expect(serverEnv().SITE_URL).toBeUndefined();
});

it('the built-in model is used unless another is named', () => {
  vi.stubEnv('MODEL_ID', undefined);
  expect(modelEnv().MODEL_ID).toBe('vgg16-dalma');
});
