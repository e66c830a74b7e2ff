import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMariadb } from './mariadb';
import { startRedis } from './redis';
import { identify, isAlive } from './process-identity';

export interface TestServices {
  /** A server without databases, user root. */
  readonly mysqlUrl: string;
  readonly redisUrl: string;
  /** The folder of this run, for whatever else it has to write. */
  readonly dir: string;
  /** Ends both servers and removes all they wrote. */
  stop(): Promise<void>;
}

/** A fresh MariaDB and a fresh Redis in a temporary folder that no other run shares. */
export async function startTestServices(): Promise<TestServices> {
  sweepAbandonedFolders();
  const dir = mkdtempSync(join(tmpdir(), `dalma-test-${process.pid}-`));
  const started = await Promise.allSettled([
    startMariadb({ dir: join(dir, 'mariadb'), durable: false }),
    startRedis({ dir: join(dir, 'redis') }),
  ]);
  const stop = async () => {
    const services = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    await Promise.all(services.map((service) => service.stop()));
    rmSync(dir, { recursive: true, force: true });
  };
  const [mariadb, redis] = started;
  if (mariadb.status === 'fulfilled' && redis.status === 'fulfilled') {
    return { mysqlUrl: mariadb.value.url, redisUrl: redis.value.url, dir, stop };
  }
  await stop();
  throw started.find((one) => one.status === 'rejected')?.reason;
}

/** A run killed without warning leaves its folder: the next one clears it, once that process is gone. */
function sweepAbandonedFolders(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^dalma-test-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || isAlive(identify(Number(pid)))) continue;
    removeIfOurs(join(tmpdir(), name));
  }
}

function removeIfOurs(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Another user's: theirs to clear.
  }
}
