import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { IndexService, indexService } from '@/lib/catalogue/index-service';
import { onChange } from '@/lib/changes';
import { openDatabase } from '@/lib/database';
import { DEFAULT_MODEL_ID } from '@/lib/vision';

vi.mock('@/lib/changes', { spy: true });

const SOON = { timeout: 10_000, interval: 20 };
const forget = () => Reflect.deleteProperty(globalThis, Symbol.for('dalma.index-service'));

beforeEach(() => {
  forget();
  Reflect.deleteProperty(globalThis, Symbol.for('dalma.log'));
  vi.stubEnv('REDIS_URL', '');
  vi.stubEnv('LOG_LEVEL', 'silent');
});
afterEach(() => {
  forget();
  vi.unstubAllEnvs();
});

it('a service that ends by a fault of ours says so, and raises nothing', async () => {
  vi.mocked(onChange).mockImplementationOnce(() => {
    throw new Error('broken');
  });
  const service = new IndexService({ modelId: 'any', db: nowhere });
  service.start();
  await vi.waitFor(() => expect(service.status()).toMatchObject({ state: 'failed', error: 'broken' }), SOON);
  await service.stop();
});

it.each([
  ['REDIS_URL', 'localhost:6379'],
  ['LOG_LEVEL', 'verbose'],
])('%s=%s does not keep it from trying again and again', async (name, value) => {
  vi.stubEnv(name, value);
  const db = vi.fn(nowhere);
  const service = new IndexService({ modelId: 'any', db });
  service.start();
  await vi.waitFor(() => expect(db.mock.calls.length).toBeGreaterThan(1), SOON);
  expect(service.status()).toMatchObject({
    state: 'failed',
    error: expect.stringContaining('ENOENT') as string,
  });
  await service.stop();
});

it('the model is that of the manifest unless another of it is named', () => {
  vi.stubEnv('MODEL_ID', '');
  expect(indexService().status().modelId).toBe(DEFAULT_MODEL_ID);
  forget();
  vi.stubEnv('MODEL_ID', 'vgg16-imagenet');
  expect(indexService().status().modelId).toBe('vgg16-imagenet');
  forget();
  vi.stubEnv('MODEL_ID', 'vgg19');
  expect(() => indexService()).toThrow(DEFAULT_MODEL_ID);
});

function nowhere() {
  return openDatabase('mysql://root@localhost/dalma?socketPath=/nowhere/mysql.sock').db;
}
