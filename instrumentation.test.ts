import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { register } from '@/instrumentation';
import { indexService } from '@/lib/catalogue/index-service';

const forget = () => Reflect.deleteProperty(globalThis, Symbol.for('dalma.index-service'));

beforeEach(() => {
  forget();
  vi.stubEnv('NEXT_RUNTIME', 'nodejs');
  vi.stubEnv('DATABASE_URL', '');
  vi.stubEnv('BETTER_AUTH_SECRET', 'x'.repeat(32));
});
afterEach(() => {
  forget();
  vi.unstubAllEnvs();
});

it.each([
  ['LOG_LEVEL', 'verbose'],
  ['REDIS_URL', 'cache'],
  ['MODEL_ID', 'vgg19'],
  ['BETTER_AUTH_SECRET', ''],
  ['BETTER_AUTH_SECRET', 'short'],
])('%s=%s stops the start with its own sentence', async (name, value) => {
  vi.stubEnv(name, value);
  await expect(register()).rejects.toThrow(name);
});

it('with settings as they should be the index service starts, be there a database or not', async () => {
  vi.stubEnv('LOG_LEVEL', 'silent');
  await register();
  await vi.waitFor(() => expect(indexService().status().state).toBe('failed'));
  await indexService().stop();
});
