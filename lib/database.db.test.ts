import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '@/db';
import { answersWithin, openDatabase, type OpenDatabase } from '@/lib/database';
import { databaseUrl } from '@/scripts/services';
import { testServer } from '@/scripts/testing/test-database';

let open: OpenDatabase;

beforeAll(() => {
  open = openDatabase(databaseUrl(testServer('TEST_MYSQL_URL'), 'mysql'), 1);
});
afterAll(() => open.close());

it('a query without an answer fails in time, and its connection keeps nobody else from asking', async () => {
  const impatient = answersWithin(open.db, 100);
  for (let i = 0; i < 3; i++) {
    await expect(impatient.execute(sql`select sleep(120)`)).rejects.toMatchObject({
      cause: { message: 'The database did not answer within 0.1 s.' },
    });
  }
  expect(await one(open.db)).toBe(1);
});

it('with every connection taken a query fails in time too, and the connection that comes late is not kept', async () => {
  const taken = await open.pool.getConnection();
  await expect(one(answersWithin(open.db, 50))).rejects.toThrow();
  taken.release();
  expect(await one(open.db)).toBe(1);
});

it('answers in time and errors of the server are given, and the connection goes back each time', async () => {
  const patient = answersWithin(open.db, 60_000);
  expect(await one(patient)).toBe(1);
  await expect(patient.execute(sql`select nonsense`)).rejects.toMatchObject({
    cause: { code: 'ER_BAD_FIELD_ERROR' },
  });
  expect(await one(patient)).toBe(1);
});

async function one(db: Database): Promise<unknown> {
  const [rows] = await db.execute(sql`select 1 as one`);
  return (rows as unknown as { one: number }[])[0]?.one;
}
