import { closeDatabase } from '@/lib/database';
import { checkSettings, databaseEnv } from '@/lib/env';
import { CallerError, messageOf } from '@/lib/errors';
import { closeRedis, connectRedis } from '@/lib/redis';
import { ModelError } from '@/lib/vision/errors';
import { startDatabase, startMessages } from '@/scripts/demo/service-choice';
import { migrateDatabase } from '@/scripts/migrate-database';
import { SetupError, stopEverything } from '@/scripts/services';

const DATA = '.data';

/**
 * Runs a program that needs the database, with its tables up to date and its messages heard by running shops, and
 * ends the process with its exit code. Without `DATABASE_URL` it shares the private servers of the running shop, or
 * starts them for as long as the program runs.
 */
export async function withServices(program: () => Promise<void>): Promise<void> {
  try {
    checkSettings();
    const { url } = await startDatabase(DATA);
    process.env.DATABASE_URL = url;
    await migrateDatabase(databaseEnv().DATABASE_URL);
    const messages = (await startMessages(DATA)).url;
    if (messages !== undefined) process.env.REDIS_URL = messages;
    await connectRedis();
    await program();
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
  } finally {
    closeRedis();
    await closeDatabase();
    await stopEverything();
  }
}

/** One sentence for what somebody can mend, the whole story for a fault of ours. */
function explain(error: unknown): string {
  const mendable = [CallerError, SetupError, ModelError];
  if (error instanceof Error && mendable.some((kind) => error instanceof kind)) return error.message;
  return error instanceof Error ? `${messageOf(error)}\n${error.stack ?? ''}` : String(error);
}
