import { join } from 'node:path';
import { migrateDatabase } from '@/scripts/migrate-database';
import { anyPort } from '../demo/free-port';
import { runProgram } from '../demo/programs';
import { demoSecrets } from '../demo/secrets';
import { startNext, untilReady } from '../demo/serve';
import { databaseUrl, startTestServices, type OwnedProcess } from '../services';
import { cleanEnv } from './clean-env';

export interface Site {
  readonly address: string;
  /** What programs need to work on the same catalogue. */
  readonly env: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/** The built shop with a freshly seeded catalogue and accounts, on servers and in folders of its own. */
export async function startSite(logDir: string): Promise<Site> {
  const services = await startTestServices();
  let server: OwnedProcess | null = null;
  const stop = async () => {
    await server?.stop();
    await services.stop();
  };
  try {
    const port = await anyPort();
    const env: NodeJS.ProcessEnv = {
      ...cleanEnv(),
      DATABASE_URL: databaseUrl(services.mysqlUrl, 'dalma'),
      REDIS_URL: services.redisUrl,
      STORAGE_DIR: join(services.dir, 'storage'),
      INDEX_DIR: join(services.dir, 'index'),
      ...demoSecrets(services.dir, {}, 'test'),
    };
    await migrateDatabase(env.DATABASE_URL ?? '');
    await runProgram('scripts/seed.ts', env, join(logDir, 'seed.log'));
    const log = join(logDir, 'server.log');
    server = startNext('production', port, '127.0.0.1', env, log);
    await untilReady(server, port, '127.0.0.1', log);
    return { address: `http://127.0.0.1:${port}`, env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
