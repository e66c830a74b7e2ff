import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { closeDatabase, openDatabase, type OpenDatabase } from '@/lib/database';
import { closeRedis } from '@/lib/redis';
import { migrateDatabase } from '@/scripts/migrate-database';
import { databaseUrl } from '@/scripts/services';

export interface TestDatabase extends OpenDatabase {
  readonly url: string;
  /** Removes the database and the folders, and forgets them. */
  drop(): Promise<void>;
}

/**
 * A migrated database of its own on the test server, and folders for pictures and index, all set as this process's: what
 * is under test finds them as it would anywhere. Redis is not used unless a test asks for it.
 */
export async function createTestDatabase(connections = 8): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = databaseUrl(testServer('TEST_MYSQL_URL'), name);
  const folder = mkdtempSync(path.join(tmpdir(), 'dalma-files-'));
  await migrateDatabase(url);
  Object.assign(process.env, {
    DATABASE_URL: url,
    STORAGE_DIR: path.join(folder, 'storage'),
    INDEX_DIR: path.join(folder, 'index'),
    REDIS_URL: '',
    LOG_LEVEL: 'silent',
  });
  const open = openDatabase(url, connections);
  return {
    ...open,
    url,
    async drop() {
      await open.db.execute(sql.raw(`drop database ${name}`));
      closeRedis();
      await Promise.all([open.close(), closeDatabase()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The address of a server that the test run has started. */
export function testServer(name: 'TEST_MYSQL_URL' | 'TEST_REDIS_URL'): string {
  const url = process.env[name];
  if (!url) throw new Error(`${name} is not set: run these tests with \`npx vitest run --project db\`.`);
  return url;
}
