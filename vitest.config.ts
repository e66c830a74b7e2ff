import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') };
const ignored = ['node_modules/**', '.next/**', '.data/**', 'e2e/**'];

// A failure shows what differs, however long it is: reports hold the message alone.
const chaiConfig = { truncateThreshold: 0 };

// unit: no service needed. db: a private MariaDB and Redis, started once for the whole run.
export default defineConfig({
  resolve: { alias },
  test: {
    // A test left alone by mistake would hide all others.
    allowOnly: false,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...ignored, '**/*.db.test.ts'],
          testTimeout: 60_000,
          chaiConfig,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: ignored,
          globalSetup: ['scripts/services/vitest-setup.ts'],
          testTimeout: 60_000,
          chaiConfig,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
