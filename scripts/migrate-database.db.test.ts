import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openDatabase, type OpenDatabase } from '@/lib/database';
import { migrateDatabase, tooOld } from '@/scripts/migrate-database';
import { databaseUrl } from '@/scripts/services';
import { testServer } from '@/scripts/testing/test-database';

const MIGRATIONS = 3;

const name = `test_${randomBytes(6).toString('hex')}`;
let url: string;
let open: OpenDatabase;

beforeAll(() => {
  url = databaseUrl(testServer('TEST_MYSQL_URL'), name);
  open = openDatabase(url);
});
afterAll(async () => {
  await open.db.execute(sql.raw(`drop database if exists ${name}`));
  await open.close();
});
beforeEach(async () => {
  const server = openDatabase(databaseUrl(url, 'mysql'), 1);
  await server.db.execute(sql.raw(`drop database if exists ${name}`));
  await server.close();
});

it('makes the database and its tables, and the second time finds nothing to do', async () => {
  expect(await migrateDatabase(url)).toEqual({ applied: MIGRATIONS });
  expect(await migrateDatabase(url)).toEqual({ applied: 0 });
  expect(await tables()).toContain('change_ticket');
});

it('a migration that was killed half-way is done again whole', async () => {
  await migrateDatabase(url);
  await open.db.execute(sql`drop table review`);
  await open.db.execute(sql`delete from change_ticket`);
  await open.db.execute(sql`delete from __drizzle_migrations`);
  expect(await migrateDatabase(url)).toEqual({ applied: MIGRATIONS });
  expect(await tables()).toContain('review');
  const [rows] = await open.db.execute(sql`select id, seq from change_ticket`);
  expect(rows).toEqual([{ id: 1, seq: 0 }]);
});

it('signatures of 25 filters keep every byte when room is made for 50, however often that is done', async () => {
  await migrateDatabase(url);
  await open.db.execute(sql`alter table signature modify column top_filters binary(50) not null`);
  const former = Buffer.from(Array.from({ length: 50 }, (_, i) => (i % 2 ? 0 : i)));
  await open.db.execute(sql`insert into signature values ('m', 1, 1, ${former})`);
  for (let round = 0; round < 2; round++) {
    await open.db.execute(sql`delete from __drizzle_migrations order by id desc limit 1`);
    expect(await migrateDatabase(url)).toEqual({ applied: 1 });
    const [rows] = await open.db.execute(sql`select top_filters from signature`);
    expect(rows).toEqual([{ top_filters: former }]);
  }
});

it('two processes that migrate at once get in line', async () => {
  const both = await Promise.all([migrateDatabase(url), migrateDatabase(url)]);
  expect(both.map(({ applied }) => applied).toSorted()).toEqual([0, MIGRATIONS]);
});

it('texts of any script are kept, told apart by letters and not by case', async () => {
  await migrateDatabase(url);
  await open.db.execute(sql`insert into merchant (slug, name_ko, name_en) values ('a', '한글 🍜', 'Café')`);
  const [rows] = await open.db.execute(sql`select name_ko from merchant where name_en = 'CAFÉ'`);
  expect(rows).toEqual([{ name_ko: '한글 🍜' }]);
});

it('a server that is not there is named, with what to do', async () => {
  await expect(migrateDatabase('mysql://root@localhost/x?socketPath=/nowhere/my.sock')).rejects.toThrow(
    /\/nowhere\/my\.sock.*DATABASE_URL/,
  );
});

it.each([
  ['8.4.3', false],
  ['8.0.16', false],
  ['8.0.15', true],
  ['5.7.44-log', true],
  ['9.1.0', false],
  ['10.11.19-MariaDB-0+deb12u1', false],
  ['10.6.0-MariaDB', false],
  ['10.5.29-MariaDB', true],
  ['11.8.2-MariaDB', false],
  ['5.5.5-10.3.1-MariaDB', true],
])('server version %s is too old: %s', (version, old) => {
  expect(tooOld(version)).toBe(old);
});

async function tables(): Promise<string[]> {
  const [rows] = await open.db.execute(
    sql`select table_name as name from information_schema.tables where table_schema = database()`,
  );
  return (rows as unknown as { name: string }[]).map((row) => row.name);
}
