import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { log } from '@/lib/log';

const KEY = Symbol.for('dalma.log');
const forget = () => Reflect.deleteProperty(globalThis, KEY);

beforeEach(forget);
afterEach(() => {
  forget();
  vi.unstubAllEnvs();
});

it.each([
  ['debug', 'debug'],
  ['', 'info'],
  ['verbose', 'info'],
])('LOG_LEVEL=%j logs at %s: failures can always be told', (wanted, level) => {
  vi.stubEnv('LOG_LEVEL', wanted);
  expect(log().level).toBe(level);
});
