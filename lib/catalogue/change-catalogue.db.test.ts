import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { product } from '@/db/schema';
import { appendChanges, changesAfter, currentSeq } from '@/db/queries/changes';
import { changeCatalogue } from '@/lib/catalogue/change-catalogue';
import { onChange } from '@/lib/changes';
import { plantProduct, plantShelves, seededRandom } from '@/scripts/testing/plant';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase(24);
  await plantShelves(test.db);
});
afterAll(() => test.drop());
beforeEach(async () => {
  await test.db.execute(sql`delete from change_log`);
  await test.db.execute(sql`update change_ticket set seq = 0`);
});

it('a writer that begins later waits for the ticket, so a reader never sees 2 before 1', async () => {
  const { db } = test;
  const reader = followLog();
  const aHasTicket = gate();
  const aMayCommit = gate();

  const a = changeCatalogue(db, async (tx) => {
    await appendChanges(tx, [101], new Date());
    aHasTicket.open();
    await aMayCommit.passed;
  });
  await aHasTicket.passed;
  let bCommitted = false;
  const b = changeCatalogue(db, async (_, touched) => touched(202)).then(() => (bCommitted = true));
  try {
    // Not more often: the server shows the same picture again to whoever looks within a tenth of a second.
    await vi.waitFor(async () => expect(await waitingTransactions()).toBe(1), {
      timeout: 10_000,
      interval: 250,
    });
    await reader.look();
    expect(reader.seen).toEqual([]);
    expect(bCommitted).toBe(false);
  } finally {
    aMayCommit.open();
    await Promise.all([a, b]);
  }
  await reader.look();
  expect(reader.seen).toEqual([
    { seq: 1, productId: 101 },
    { seq: 2, productId: 202 },
  ]);
});

it('a reader that remembers the last number it saw skips none of many overlapping writers', async () => {
  const { db } = test;
  const reader = followLog();
  const stopReading = reader.poll();
  const kept = new Map<number, number>();
  await Promise.all(Array.from({ length: 20 }, (_, writer) => writeMuch(writer, kept)));
  await stopReading();

  const written = [...kept.values()].reduce((sum, count) => sum + count, 0);
  expect(written).toBeGreaterThan(200);
  expect(reader.seen.map((change) => change.seq)).toEqual(Array.from({ length: written }, (_, i) => i + 1));
  expect(countBy(reader.seen.map((change) => change.productId))).toEqual(kept);
  expect(await currentSeq(db)).toBe(written);

  async function writeMuch(writer: number, counts: Map<number, number>): Promise<void> {
    const random = seededRandom(writer);
    for (let round = 0; round < 12; round++) {
      const products = Array.from(
        { length: 1 + Math.floor(random() * 3) },
        (_, i) => 1 + writer * 1_000 + round * 10 + i,
      );
      const fails = random() < 0.2;
      const pauseMs = random() * 4;
      const change = changeCatalogue(db, async (tx, touched) => {
        await tx.execute(sql`select sleep(${pauseMs / 1000})`);
        products.forEach(touched);
        if (fails) throw new Error('changed my mind');
      });
      await (fails ? expect(change).rejects.toThrow('changed my mind') : change);
      if (!fails) products.forEach((id) => counts.set(id, (counts.get(id) ?? 0) + 1));
    }
  }
});

it('a change that fails leaves neither its writes, nor log rows, nor a gap in the numbers, and wakes nobody', async () => {
  const { db } = test;
  const id = await plantProduct(db, { sku: 'stays' });
  const before = await currentSeq(db);
  const wake = vi.fn();
  const stop = onChange(wake);
  const failing = changeCatalogue(db, async (tx, touched) => {
    await tx.update(product).set({ stock: 77 }).where(eq(product.id, id));
    touched(id);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(wake).not.toHaveBeenCalled();
  expect(await currentSeq(db)).toBe(before);
  expect(await changesAfter(db, before, 10)).toEqual([]);
  const [row] = await db.select({ stock: product.stock }).from(product).where(eq(product.id, id));
  expect(row?.stock).toBe(5);

  await changeCatalogue(db, async (_, touched) => touched(id));
  expect(wake).toHaveBeenCalledOnce();
  expect(await changesAfter(db, before, 10)).toEqual([{ seq: before + 1, productId: id }]);
  stop();
});

it('a product touched twice gets one log row, and a change that touches none takes no ticket', async () => {
  const { db } = test;
  await changeCatalogue(db, async (_, touched) => [7, 7, 8].forEach(touched));
  await changeCatalogue(db, async () => {});
  expect(await changesAfter(db, 0, 10)).toEqual([
    { seq: 1, productId: 7 },
    { seq: 2, productId: 8 },
  ]);
});

it('two writers that lock each other out are both done in the end', async () => {
  const { db } = test;
  const [one, two] = [await plantProduct(db, { sku: 'lock-1' }), await plantProduct(db, { sku: 'lock-2' })];
  const bothHoldOne = barrier(2);
  const crossing = (first: number, second: number) => {
    let attempts = 0;
    return changeCatalogue(db, async (tx, touched) => {
      await tx
        .update(product)
        .set({ stock: sql`stock + 1` })
        .where(eq(product.id, first));
      if (attempts++ === 0) await bothHoldOne();
      await tx
        .update(product)
        .set({ stock: sql`stock + 1` })
        .where(eq(product.id, second));
      touched(first);
      touched(second);
    }).then(() => attempts);
  };
  const attempts = await Promise.all([crossing(one, two), crossing(two, one)]);
  expect(attempts.toSorted()).toEqual([1, 2]);
  const rows = await db
    .select({ stock: product.stock })
    .from(product)
    .where(sql`sku like 'lock-%'`);
  expect(rows.map((row) => row.stock)).toEqual([7, 7]);
});

/** The reader under test: it remembers nothing but the greatest number it has seen. */
function followLog() {
  const seen: { seq: number; productId: number }[] = [];
  const look = async () => {
    seen.push(...(await changesAfter(test.db, seen.at(-1)?.seq ?? 0, 1_000)));
  };
  const poll = () => {
    let polling = true;
    const ended = (async () => {
      while (polling) await look();
      await look();
    })();
    return () => {
      polling = false;
      return ended;
    };
  };
  return { seen, look, poll };
}

async function waitingTransactions(): Promise<number> {
  const [rows] = await test.db.execute(
    sql`select count(*) as waiting from information_schema.innodb_trx where trx_state = 'LOCK WAIT'`,
  );
  return Number((rows as unknown as { waiting: number }[])[0]?.waiting);
}

function gate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { open, passed };
}

function barrier(parties: number): () => Promise<void> {
  const { open, passed } = gate();
  let arrived = 0;
  return () => {
    if (++arrived === parties) open();
    return passed;
  };
}

function countBy(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
