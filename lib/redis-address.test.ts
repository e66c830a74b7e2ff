import { expect, it } from 'vitest';
import { CallerError } from '@/lib/errors';
import { parseRedisUrl } from '@/lib/redis-address';

it.each([
  ['/run/redis.sock', { path: '/run/redis.sock', db: 0 }],
  ['unix:/run/redis.sock', { path: '/run/redis.sock', db: 0 }],
  ['unix:///run/redis.sock?db=2', { path: '/run/redis.sock', db: 2 }],
  ['redis+unix:///run/my%20redis.sock', { path: '/run/my redis.sock', db: 0 }],
  ['redis://cache', { host: 'cache', port: 6379, db: 0 }],
  ['redis://:p%40ss@cache:6380/3', { host: 'cache', port: 6380, db: 3, password: 'p@ss' }],
  [
    'rediss://me:secret@[::1]:7000',
    { host: '::1', port: 7000, db: 0, username: 'me', password: 'secret', tls: {} },
  ],
])('%s', (url, options) => {
  expect(parseRedisUrl(url)).toEqual(options);
});

it.each([
  'cache',
  'localhost:6379',
  'http://cache',
  'redis:cache',
  'redis://',
  'redis://cache:port',
  'redis://cache/first',
  'redis://:%zz@cache',
  'unix:redis.sock',
])('%s is refused with examples of right ones', (url) => {
  expect(() => parseRedisUrl(url)).toThrow(CallerError);
  expect(() => parseRedisUrl(url)).toThrow('redis://cache:6379');
});
