import { afterEach, expect, it, vi } from 'vitest';
import {
  checkSettings,
  databaseEnv,
  indexEnv,
  logEnv,
  modelEnv,
  redisEnv,
  searchEnv,
  serverEnv,
  storageEnv,
} from '@/lib/env';
import { CallerError } from '@/lib/errors';

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

it('an empty setting is one that is not set', () => {
  const names =
    'REDIS_URL SITE_URL PORT LOG_LEVEL STORAGE_DIR INDEX_DIR MODEL_ID DATABASE_POOL NARROWING RERANKER';
  for (const name of [...names.split(' '), 'FEATURE_SOURCE']) vi.stubEnv(name, '');
  vi.stubEnv('DATABASE_URL', 'mysql://u@h/d');
  expect(redisEnv().REDIS_URL).toBeUndefined();
  expect(serverEnv()).toEqual({ PORT: 3000 });
  expect(logEnv().LOG_LEVEL).toBe('info');
  expect(storageEnv().STORAGE_DIR).toBe('.data/storage');
  expect(indexEnv().INDEX_DIR).toBe('.data/index');
  expect(searchEnv()).toEqual({ NARROWING: 'overlap', RERANKER: 'both', FEATURE_SOURCE: 'file' });
  expect(modelEnv().MODEL_ID).toBeUndefined();
  expect(databaseEnv().DATABASE_POOL).toBe(10);
  expect(() => checkSettings()).not.toThrow();
});

it.each([
  ['REDIS_URL', 'cache', 'redis://cache:6379'],
  ['REDIS_URL', 'localhost:6379', 'redis://cache:6379'],
  ['LOG_LEVEL', 'verbose', '"info"'],
  ['MODEL_ID', 'no such model', 'models/manifest.json'],
  ['SITE_URL', 'localhost:3000', 'https://shop.example'],
  ['SITE_URL', 'javascript:alert(1)', 'https://shop.example'],
  ['PORT', 'eighty', 'PORT'],
  ['NARROWING', 'minhash', '"overlap"|"and"|"published"'],
  ['RERANKER', 'jaccard', '"both"|"intensities"|"features"'],
  ['FEATURE_SOURCE', 'redis', '"file"|"mysql"'],
])(
  '%s=%s stops a start with a sentence that names it and says what was expected',
  (name, value, expected) => {
    vi.stubEnv(name, value);
    expect(() => checkSettings()).toThrow(CallerError);
    expect(() => checkSettings()).toThrow(`${name}: `);
    expect(() => checkSettings()).toThrow(expected);
  },
);

it.each(['http://localhost:3000', 'https://shop.example/'])('SITE_URL=%s is taken', (url) => {
  vi.stubEnv('SITE_URL', url);
  expect(serverEnv().SITE_URL).toBe(url);
});

it.each(['/run/redis.sock', 'unix:///run/redis.sock', 'redis://cache:6379/1', 'rediss://me:it@cache'])(
  'REDIS_URL=%s is taken',
  (url) => {
    vi.stubEnv('REDIS_URL', url);
    expect(redisEnv().REDIS_URL).toBe(url);
  },
);
