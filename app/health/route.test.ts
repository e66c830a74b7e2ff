import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { GET } from '@/app/health/route';
import { indexStatus } from '@/lib/catalogue';
import { indexService } from '@/lib/catalogue/index-service';
import { closeDatabase } from '@/lib/database';

beforeAll(async () => {
  vi.stubEnv('REDIS_URL', '');
  vi.stubEnv('LOG_LEVEL', 'silent');
  vi.stubEnv('DATABASE_URL', 'mysql://shop:secret@localhost/dalma?socketPath=/private/mysql.sock');
  indexService().start();
  await vi.waitFor(() => expect(indexStatus().state).toBe('failed'), { timeout: 10_000, interval: 20 });
});
afterAll(async () => {
  await indexService().stop();
  await closeDatabase();
  vi.unstubAllEnvs();
});

it('tells the world that something is wrong, and not where our servers are or what we ask them', async () => {
  expect(indexStatus().error).toContain('/private/mysql.sock');
  const response = GET();
  expect(response.status).toBe(503);
  const text = await response.text();
  expect(text).not.toMatch(/private|select|change_ticket/i);
  expect(JSON.parse(text)).toMatchObject({
    status: 'warming',
    index: { state: 'failed', error: 'The catalogue cannot be read at the moment; the server log says why.' },
  });
});
