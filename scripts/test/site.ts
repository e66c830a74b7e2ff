import { join } from 'node:path';
import { migrateDatabase } from '@/scripts/migrate-database';
import { anyPort } from '../demo/free-port';
import { runProgram } from '../demo/programs';
import { startNext, untilReady } from '../demo/serve';
import { databaseUrl, startTestServices } from '../services';

export interface Site {
  readonly address: string;
  /** What programs need to work on the same catalogue. */
  readonly env: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/** The built shop with a freshly seeded catalogue, on servers and in folders of its own. */
export async function startSite(logDir: string): Promise<Site> {
  const services = await startTestServices();
  try {
    const port = await anyPort();
    const address = `http://127.0.0.1:${port}`;
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      DATABASE_URL: databaseUrl(services.mysqlUrl, 'dalma'),
      REDIS_URL: services.redisUrl,
      STORAGE_DIR: join(services.dir, 'storage'),
    };
    await migrateDatabase(env.DATABASE_URL ?? '');
    await runProgram('scripts/seed.ts', env, join(logDir, 'seed.log'));
    const log = join(logDir, 'server.log');
    const server = startNext('production', port, '127.0.0.1', env, log);
    await untilReady(server, port, '127.0.0.1', log);
    const stop = async () => {
      await server.stop();
      await services.stop();
    };
    return { address, env, stop };
  } catch (error) {
    await services.stop();
    throw error;
  }
}
