import { afterEach, expect, it, vi } from 'vitest';
import { startDatabase } from './service-choice';

afterEach(() => vi.unstubAllEnvs());

it.each(['foo', 'mysql://localhost', 'mysql://localhost:3306/', 'postgres://localhost/dalma'])(
  'says what DATABASE_URL should look like instead of %s',
  async (address) => {
    vi.stubEnv('DATABASE_URL', address);
    await expect(startDatabase('.data')).rejects.toThrow(
      'must look like mysql://user:password@host:3306/dalma',
    );
  },
);
