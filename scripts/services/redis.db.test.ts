import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { expect, it } from 'vitest';
import { startRedis } from './redis';

it('answers on a socket in its own folder and is gone after stop', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'redis-'));
  const server = await startRedis({ dir });
  const client = new Redis(fileURLToPath(server.url.replace('unix:', 'file:')));
  expect(await client.ping()).toBe('PONG');
  await client.quit();
  await server.stop();
  const again = await startRedis({ dir });
  await again.stop();
  rmSync(dir, { recursive: true });
});
