import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IndexSnapshots, wholeFile } from '@/lib/catalogue/index-snapshots';
import { indexLayout, LiveIndex } from '@/lib/catalogue/live-index';
import { decodeHead, encodeHead } from '@/lib/catalogue/snapshot-head';
import { encodeTopFilters } from '@/lib/catalogue/top-filters';
import { picture, seededRandom } from '@/scripts/testing/plant';

const MODEL = 'vgg16-dalma';
const AT = new Date('2026-01-02T03:04:05.678Z');
const position = (seq: number) => ({ seq, horizon: { seq: seq + 1, productId: 7, at: AT } });

let folder: string;
let snapshots: IndexSnapshots;
let current: string;
let previous: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dalma-index-'));
  snapshots = new IndexSnapshots(folder, MODEL);
  [current = '', previous = ''] = snapshots.files;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('an index comes back with its pictures, where it was in the log, and when it was taken', async () => {
  const takenAt = await snapshots.write(indexOf(40), position(12));
  const stored = await reader().read(current);
  expect(stored).toMatchObject({ takenAt, position: position(12) });
  expect(Buffer.compare(stored!.live.serialize(), indexOf(40).serialize())).toBe(0);
  expect(stored?.live).toMatchObject({ pictures: 40, products: 20, modelId: MODEL });
});

it('a file larger than one read may be is read in pieces, and is whole', async () => {
  const bytes = Buffer.from(Uint8Array.from({ length: 1_001 }, (_, i) => i * 7));
  const file = path.join(folder, 'large');
  writeFileSync(file, bytes);
  const handle = await open(file);
  const reads = vi.spyOn(Object.getPrototypeOf(handle) as typeof handle, 'read');
  await handle.close();
  for (const pieceBytes of [1, 250, 1_000, 1_001, 5_000]) {
    reads.mockClear();
    expect(Buffer.compare((await wholeFile(file, pieceBytes))!, bytes)).toBe(0);
    const asked = reads.mock.calls.map(([, , length]: unknown[]) => Number(length));
    expect(Math.max(...asked)).toBe(Math.min(pieceBytes, bytes.length));
  }
  reads.mockRestore();
});

it('is written as it was when writing began, whatever comes in meanwhile', async () => {
  const live = indexOf(3);
  const writing = snapshots.write(live, position(1));
  live.put(row(99));
  await writing;
  expect((await reader().read(current))?.live.pictures).toBe(3);
});

it('the one before is kept, and no third, nor a draft', async () => {
  for (const count of [1, 2, 3]) await snapshots.write(indexOf(count), position(count));
  expect(await picturesIn(current)).toBe(3);
  expect(await picturesIn(previous)).toBe(2);
  expect(readdirSync(path.dirname(current)).sort()).toEqual(['current.snapshot', 'previous.snapshot']);
});

it('killed between the two renames it has lost nothing: the one before is there, and the next write heals', async () => {
  await snapshots.write(indexOf(5), position(5));
  renameSync(current, previous);
  writeFileSync(path.join(path.dirname(current), 'elsewhere.1.x.draft'), 'half');
  const next = reader();
  expect(await next.read(current)).toBeNull();
  expect((await next.read(previous))?.live.pictures).toBe(5);
  await next.write(indexOf(6), position(6));
  expect([await picturesIn(current), await picturesIn(previous)]).toEqual([6, 5]);
});

it('a damaged snapshot never takes the place of the sound one before it', async () => {
  await snapshots.write(indexOf(1), position(1));
  await snapshots.write(indexOf(2), position(2));
  writeFileSync(current, 'damaged');
  const next = reader();
  await expect(next.read(current)).rejects.toThrow('no snapshot');
  await next.write(indexOf(3), position(3));
  expect([await picturesIn(current), await picturesIn(previous)]).toEqual([3, 1]);
});

it('two processes that write at once leave whole snapshots', async () => {
  const writers = Array.from({ length: 6 }, () => reader());
  await Promise.all(writers.map((writer, i) => writer.write(indexOf(i + 1), position(i + 1))));
  await Promise.all(writers.map((writer, i) => writer.write(indexOf(i + 10), position(i + 10))));
  expect(await picturesIn(current)).toBeGreaterThanOrEqual(10);
  expect(await picturesIn(previous)).toBeGreaterThanOrEqual(1);
  expect(readdirSync(path.dirname(current))).toHaveLength(2);
});

it('a write that fails says why, and leaves what was there', async () => {
  await snapshots.write(indexOf(2), position(2));
  mkdirSync(path.join(folder, 'blocked'));
  writeFileSync(path.join(folder, 'blocked', MODEL), 'a file where a folder should be');
  const blocked = new IndexSnapshots(path.join(folder, 'blocked'), MODEL);
  await expect(blocked.write(indexOf(1), position(1))).rejects.toThrow(/EEXIST|ENOTDIR/);
  rmSync(previous, { force: true });
  mkdirSync(path.join(previous, 'in the way'), { recursive: true });
  await expect(snapshots.write(indexOf(3), position(3))).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
  expect(await picturesIn(current)).toBe(2);
  expect(readdirSync(path.dirname(current)).filter((name) => name.endsWith('.draft'))).toEqual([]);
});

it('drafts of processes that are gone are removed, those of living ones are not', async () => {
  const here = hostname().replace(/[^\w-]/g, '_');
  const drafts = {
    dead: `${here}.${deadPid()}.a.draft`,
    alive: `${here}.${process.ppid}.b.draft`,
    elsewhere: `another-machine.${deadPid()}.c.draft`,
    old: 'another-machine.1.d.draft',
  };
  mkdirSync(path.dirname(current));
  const pathOf = (name: keyof typeof drafts) => path.join(path.dirname(current), drafts[name]);
  for (const name of Object.keys(drafts) as (keyof typeof drafts)[]) writeFileSync(pathOf(name), 'half');
  const longAgo = new Date(Date.now() - 2 * 3_600_000);
  utimesSync(pathOf('old'), longAgo, longAgo);
  await snapshots.write(indexOf(1), position(1));
  const left = (['dead', 'alive', 'elsewhere', 'old'] as const).filter((name) => existsSync(pathOf(name)));
  expect(left).toEqual(['alive', 'elsewhere']);
});

it('an index that was never in step with a log is not written: nothing would tell its database from another', async () => {
  await expect(snapshots.write(indexOf(1), { seq: 0, horizon: null })).rejects.toThrow('empty change log');
  expect(existsSync(current)).toBe(false);
});

describe('a snapshot is refused, each time with its reason:', () => {
  let good: Buffer;
  beforeEach(async () => {
    await snapshots.write(indexOf(10), position(3));
    good = readFileSync(current);
  });

  it('one that is torn, wherever it ends', async () => {
    const random = seededRandom(4);
    for (let i = 0; i < 40; i++) {
      const length = i < 10 ? i * 9 : Math.floor(random() * good.length);
      const reason = length < 8 ? 'no snapshot' : `torn: expected`;
      await expectRefusal(good.subarray(0, length), reason);
      if (length >= 48) await expectRefusal(good.subarray(0, length), `found ${length}`);
    }
    await expectRefusal(Buffer.concat([good, Buffer.alloc(1)]), `found ${good.length + 1}`);
  });

  it('one with a single bit changed, wherever it is', async () => {
    const random = seededRandom(5);
    const { length } = decodeHead(good);
    for (let i = 0; i < 60; i++) {
      const changed = Buffer.from(good);
      const at = Math.floor(random() * (i < 40 ? length : good.length));
      changed[at]! ^= 1 << Math.floor(random() * 8);
      await expectRefusal(changed, /damaged|torn|no snapshot|format|version/);
    }
  });

  it('an older or newer format', async () => {
    const other = Buffer.from(good);
    other.writeUInt32LE(9, 8);
    await expectRefusal(other, 'it has format 9, and this program reads format 1');
  });

  it('an older format of the engine', async () => {
    const other = Buffer.from(good);
    other.writeUInt32LE(9, decodeHead(good).length + 8);
    await expectRefusal(other, 'version 9');
  });

  it('one of another model', async () => {
    const foreign = new IndexSnapshots(folder, 'vgg16-imagenet');
    const file = foreign.files[0] ?? '';
    mkdirSync(path.dirname(file));
    writeFileSync(file, good);
    await expect(foreign.read(file)).rejects.toThrow(`of the model '${MODEL}': expected 'vgg16-imagenet'`);
  });

  it('one that holds something else of each picture', async () => {
    const { head, length } = decodeHead(good);
    const other = [encodeHead({ ...head, layout: '3 filters' }), good.subarray(length)];
    await expectRefusal(
      Buffer.concat(other),
      `holds of each picture "3 filters", and this program works with "${indexLayout()}"`,
    );
  });

  it('a folder in its place', async () => {
    rmSync(current);
    mkdirSync(current);
    await expect(snapshots.read(current)).rejects.toThrow('it cannot be read: EISDIR');
  });

  async function expectRefusal(bytes: Uint8Array, reason: string | RegExp): Promise<void> {
    writeFileSync(current, bytes);
    await expect(snapshots.read(current)).rejects.toThrow(reason);
    await expect(snapshots.read(current)).rejects.toMatchObject({ name: 'SnapshotRefused' });
  }
});

/** As another process would see the folder. */
const reader = () => new IndexSnapshots(folder, MODEL);

async function picturesIn(file: string): Promise<number | undefined> {
  return (await reader().read(file))?.live.pictures;
}

/** `count` pictures, two of each product. */
function indexOf(count: number): LiveIndex {
  const live = new LiveIndex(MODEL);
  for (let imageId = 1; imageId <= count; imageId++) live.put(row(imageId));
  return live;
}

function row(imageId: number) {
  const topFilters = encodeTopFilters(picture(imageId).topFilters);
  return {
    imageId,
    productId: (imageId + 1) >> 1,
    categoryId: 1 + (imageId % 3),
    merchantId: 1,
    priceKrw: 100 * imageId,
    inStock: imageId % 2 === 0,
    topFilters,
  };
}

/** The number of a process that has just ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}
