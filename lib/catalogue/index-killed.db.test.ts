import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { intensity, product } from '@/db/schema';
import { bootIndex } from '@/lib/catalogue/boot-index';
import type { FeatureFile, FeatureKind } from '@/lib/catalogue/feature-file';
import { fillFeatureFile } from '@/lib/catalogue/fill-feature-file';
import { catchUp } from '@/lib/catalogue/follow-changes';
import { IndexSnapshots } from '@/lib/catalogue/index-snapshots';
import { openFeatureFile } from '@/lib/catalogue/open-feature-file';
import { indexEnv } from '@/lib/env';
import { bundleProgram, type BundledProgram } from '@/scripts/testing/bundle-program';
import { contentsByDatabase, faultsOf } from '@/scripts/testing/index-contents';
import { plantProduct, PLANTED_MODEL, plantShelves, seededRandom } from '@/scripts/testing/plant';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';

const ROUNDS = 50;
const PHASES = ['adding', 'snapshotting', 'filling', 'rebuilding'];
const FEATURES: FeatureKind = { modelId: PLANTED_MODEL, name: 'intensities', payloadBytes: 512 };
const SOON = { timeout: 10_000, interval: 20 };

let test: TestDatabase;
let life: BundledProgram;
/** Started while the one before it lived: starting takes longer than living. */
let next: ReturnType<typeof startLife>;
/** Open from beginning to end, as another shop of the machine has it. */
let shared: FeatureFile;

beforeAll(async () => {
  life = await bundleProgram('scripts/testing/index-life.ts');
  test = await createTestDatabase();
  await plantShelves(test.db);
  for (const sku of ['always', 'there']) await plantProduct(test.db, { sku });
  shared = (await openFeatureFile(test.db, FEATURES))!;
  next = startLife(0);
});
afterAll(async () => {
  next.kill('SIGKILL');
  shared.close();
  life.remove();
  await test.drop();
});

it(`a shop killed ${ROUNDS} times while it adds, snapshots, fills and rebuilds loses and doubles nothing`, async () => {
  const random = seededRandom(2026);
  const caught = new Map(PHASES.map((phase) => [phase, 0]));
  const acknowledged: number[] = [];
  let fromSnapshot = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const phase = PHASES[round % PHASES.length] ?? '';
    const said = await killedIn(phase, {
      seed: round,
      time: 1 + Math.floor(random() * 4),
      pauseMs: random() * 4,
    });
    const last = said.at(-1) ?? '';
    caught.set(last, (caught.get(last) ?? 0) + 1);
    acknowledged.push(...said.flatMap((line) => /^added (\d+)$/.exec(line)?.slice(1).map(Number) ?? []));
    if (await nextBootIsRight()) fromSnapshot++;
    await featureFileIsRight();
  }
  expect(await productsKnown(acknowledged)).toBe(acknowledged.length);
  expect(acknowledged.length).toBeGreaterThan(ROUNDS);
  for (const phase of PHASES)
    expect([phase, caught.get(phase)]).toEqual([phase, expect.toSatisfy((n) => n >= 3)]);
  expect(fromSnapshot).toBeGreaterThan(ROUNDS / 3);
}, 300_000);

interface Moment {
  readonly seed: number;
  /** At the how manieth beginning of the phase … */
  readonly time: number;
  /** … and how long after it. */
  readonly pauseMs: number;
}

/** Starts a shop in small and kills it without warning. @returns all it had said by then */
async function killedIn(phase: string, { seed, time, pauseMs }: Moment): Promise<string[]> {
  const child = next;
  next = startLife(seed + 1);
  const exited = once(child, 'exit');
  child.stdin.write('begin\n');
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (line !== phase || said.filter((one) => one === phase).length !== time) continue;
    await pause(pauseMs);
    child.kill('SIGKILL');
  }
  expect(await exited).toEqual([null, 'SIGKILL']);
  return said;
}

function startLife(seed: number) {
  return spawn(process.execPath, [life.file, String(seed)], { stdio: ['pipe', 'pipe', 'inherit'] });
}

/** Boots an index from what the killed process has left. @returns whether a snapshot was of use */
async function nextBootIsRight(): Promise<boolean> {
  const snapshots = new IndexSnapshots(indexEnv().INDEX_DIR, PLANTED_MODEL);
  const { live, position, snapshot } = await bootIndex(test.db, PLANTED_MODEL, snapshots, () => {});
  let reached = position;
  // The server may still be committing what the dead process had sent.
  await vi.waitFor(async () => {
    reached = await catchUp(test.db, live, reached);
    const expected = await contentsByDatabase(test.db);
    expect(faultsOf(live, expected)).toEqual([]);
  }, SOON);
  return snapshot !== null;
}

/** Of no picture does the file say what is not so; going on with it from where the killed one was makes it whole. */
async function featureFileIsRight(): Promise<void> {
  const right = await test.db.select().from(intensity).where(eq(intensity.modelId, PLANTED_MODEL));
  const foundIn = (file: FeatureFile) =>
    right.filter(({ imageId, intensities }) => {
      const read = file.read(imageId);
      if (read) expect([imageId, Buffer.compare(read, intensities)]).toEqual([imageId, 0]);
      return read !== null;
    });
  foundIn(shared);
  await fillFeatureFile(test.db, PLANTED_MODEL, new AbortController().signal);
  expect(foundIn(shared)).toHaveLength(right.length);
}

async function productsKnown(ids: readonly number[]): Promise<number> {
  const rows = await test.db
    .select({ id: product.id })
    .from(product)
    .where(inArray(product.id, [...ids]));
  return rows.length;
}
