import { expect, it, vi } from 'vitest';
import { startSite } from './site';

const stopped = vi.hoisted(() => [] as string[]);

vi.mock('@/scripts/migrate-database', () => ({ migrateDatabase: () => Promise.resolve() }));
vi.mock('../demo/programs', () => ({ runProgram: () => Promise.resolve() }));
vi.mock('../demo/secrets', () => ({ demoSecrets: () => ({}) }));
vi.mock('../demo/serve', () => ({
  startNext: () => ({ stop: () => Promise.resolve(stopped.push('shop')) }),
  untilReady: () => Promise.reject(new Error('not ready')),
}));
vi.mock('../services', () => ({
  databaseUrl: () => '',
  startTestServices: () =>
    Promise.resolve({ dir: '', stop: () => Promise.resolve(stopped.push('services')) }),
}));

it('leaves nothing running when the shop does not get ready', async () => {
  await expect(startSite('')).rejects.toThrow('not ready');
  expect(stopped).toEqual(['shop', 'services']);
});
