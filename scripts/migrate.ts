import { databaseEnv } from '@/lib/env';
import { messageOf } from '@/lib/errors';
import { migrateDatabase } from '@/scripts/migrate-database';

// npm run db:migrate: makes the database if it is not there and brings its tables up to date.
try {
  const { applied } = await migrateDatabase(databaseEnv().DATABASE_URL);
  console.log(
    applied === 0
      ? 'Database: up to date.'
      : `Database: ${applied} migration${applied === 1 ? '' : 's'} applied.`,
  );
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
