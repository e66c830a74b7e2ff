import fs, {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FeatureFile, type FeatureKind } from '@/lib/catalogue/feature-file';
import { log } from '@/lib/log';
import { seededRandom } from '@/scripts/testing/plant';

const KIND: FeatureKind = { modelId: 'vgg16-test', name: 'intensities', payloadBytes: 16 };
/** As the class comment has it: records of 8 + 16 bytes from 4,096 on. */
const placeOf = (imageId: number) => 4_096 + imageId * 24;

let folder: string;
let file: string;
let open: FeatureFile[];

beforeEach(() => {
  vi.stubEnv('LOG_LEVEL', 'silent');
  folder = mkdtempSync(path.join(tmpdir(), 'dalma-features-'));
  file = path.join(folder, 'model', 'intensities.bin');
  open = [];
});
afterEach(() => {
  vi.restoreAllMocks();
  open.forEach((one) => one.close());
  rmSync(folder, { recursive: true });
});

it('what was written is read back, by this process and the next, and the rest is not there', () => {
  const first = opened();
  first.write(7, payload(7));
  first.write(900, payload(900));
  expect(bytes(first, 7)).toEqual([...payload(7)]);
  first.close();
  const next = opened();
  expect(bytes(next, 7)).toEqual([...payload(7)]);
  expect(bytes(next, 900)).toEqual([...payload(900)]);
  for (const absent of [0, 1, 6, 8, 899, 901, 4_000_000_000]) expect(next.read(absent)).toBeNull();
});

it('behaves like a map, whatever is written in whatever order through whichever of two handles', () => {
  const step = fc.record({
    handle: fc.constantFrom(0, 1),
    id: fc.integer({ min: 0, max: 60 }),
    write: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      rmSync(file, { force: true });
      const handles = [opened(), opened()];
      const twin = new Map<number, number[]>();
      for (const { handle, id, write } of steps) {
        if (write) {
          handles[handle]!.write(id, payload(id));
          twin.set(id, [...payload(id)]);
        }
        expect(bytes(handles[handle]!, id)).toEqual(twin.get(id) ?? null);
      }
      handles.forEach((one) => one.close());
    }),
    { numRuns: 60 },
  );
});

it('a record with any one bit turned is not there, its neighbours are, and it can be written again', () => {
  const whole = opened();
  for (const id of [4, 5, 6]) whole.write(id, payload(id));
  const sound = readFileSync(file);
  for (let bit = 0; bit < 24 * 8; bit++) {
    const damaged = Buffer.from(sound);
    damaged[placeOf(5) + (bit >> 3)]! ^= 1 << (bit & 7);
    writeFileSync(file, damaged);
    expect(whole.read(5)).toBeNull();
  }
  expect(bytes(whole, 4)).toEqual([...payload(4)]);
  expect(bytes(whole, 6)).toEqual([...payload(6)]);
  whole.write(5, payload(5));
  expect(readFileSync(file)).toEqual(sound);
});

it('a record that was only begun, at any byte, is not there', () => {
  const whole = opened();
  whole.write(3, payload(3));
  const sound = readFileSync(file);
  for (let end = placeOf(3); end < placeOf(4); end++) {
    truncateSync(file, end);
    expect(whole.read(3)).toBeNull();
    writeFileSync(file, Buffer.concat([sound.subarray(0, end), Buffer.alloc(placeOf(4) - end)]));
    expect(whole.read(3)).toBeNull();
  }
});

it('a record of another picture is not there', () => {
  const whole = opened();
  whole.write(3, payload(3));
  const moved = readFileSync(file);
  writeFileSync(file, Buffer.concat([moved, moved.subarray(placeOf(3), placeOf(4))]));
  expect(whole.read(4)).toBeNull();
});

const horizon = (seq: number, productId = 3) => ({
  seq,
  productId,
  at: new Date('2026-01-02T03:04:05.006Z'),
});

it('how far the file is is known to whoever opens it, and to whoever has it open', () => {
  const before = opened();
  opened().note({ filledTo: 500, horizon: horizon(12, 123_456_789_012) });
  opened().note({ horizon: horizon(13) });
  const mark = { filledTo: 500, horizon: horizon(13) };
  expect(opened().mark).toEqual(mark);
  expect(before.mark).toEqual(mark);
});

it('a handle that was opened long ago does not set the file back', () => {
  const [old, busy] = [opened(), opened()];
  old.note({ horizon: horizon(10) });
  busy.note({ filledTo: 700, horizon: horizon(20) });
  old.note({ horizon: horizon(11) });
  old.note({ filledTo: 600 });
  expect(opened().mark).toEqual({ filledTo: 700, horizon: horizon(20) });
});

it('of two that discard one file, the second leaves the new one alone', () => {
  const [one, other] = [opened(), opened()];
  one.discard('of another database');
  const fresh = opened();
  fresh.write(1, payload(1));
  other.discard('of another database');
  fresh.write(2, payload(2));
  expect([1, 2].map((id) => bytes(opened(), id))).toEqual([[...payload(1)], [...payload(2)]]);
});

it('a file that the disk does not let be removed is closed, and said', () => {
  const handle = opened();
  const error = vi.spyOn(log(), 'error');
  vi.spyOn(fs, 'rmSync').mockImplementation(() => {
    throw new Error('EROFS: read-only file system, unlink');
  });
  expect(handle.discard('of another database')).toBe(false);
  expect(error).toHaveBeenCalledOnce();
  expect(handle.writable).toBe(false);
});

it('a file that can neither be read nor written is closed all the same', () => {
  const handle = opened();
  const failing = () => {
    throw new Error('EIO: i/o error');
  };
  const [reading, writing] = [vi.spyOn(fs, 'readSync'), vi.spyOn(fs, 'writeSync')];
  reading.mockImplementation(failing);
  writing.mockImplementation(failing);
  handle.write(1, payload(1));
  handle.read(1);
  const closing = vi.spyOn(fs, 'closeSync');
  handle.close();
  expect(closing).toHaveBeenCalledOnce();
});

it.each<[string, (file: string) => void]>([
  ['of another model', () => FeatureFile.open(file, { ...KIND, modelId: 'vgg16' }).close()],
  ['of another kind', () => FeatureFile.open(file, { ...KIND, name: 'features' }).close()],
  ['of other sizes', () => FeatureFile.open(file, { ...KIND, payloadBytes: 20 }).close()],
  ['of an older format', () => overwrite(0, 'dalma feature file, version 0')],
  ['that is empty', () => truncateSync(file, 0)],
  ['cut off in its first lines', () => truncateSync(file, 20)],
  ['whose mark is damaged', () => overwrite(1_024, '{"filledTo":?')],
  ['that is something else', () => writeFileSync(file, 'hello')],
])('a file %s is removed with a word in the log, and a new one begun', (which, spoil) => {
  const former = opened();
  former.write(1, payload(1));
  former.close();
  if (/model|kind|sizes/.test(which)) rmSync(file);
  spoil(file);
  const warn = vi.spyOn(log(), 'warn');
  const fresh = opened();
  expect(fresh.read(1)).toBeNull();
  expect(fresh.mark).toEqual({ filledTo: 0, horizon: null });
  expect(warn).toHaveBeenCalledOnce();
  expect(warn.mock.calls[0]).toEqual([expect.objectContaining({ file }), expect.stringContaining('removed')]);
  fresh.write(1, payload(1));
  expect(bytes(opened(), 1)).toEqual([...payload(1)]);
  expect(readdirSync(path.dirname(file)).toSorted()).toEqual(['intensities.bin']);
});

it('a full disk is said once; what is in the file is read on', () => {
  const handle = opened();
  handle.write(1, payload(1));
  const error = vi.spyOn(log(), 'error');
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  const writing = vi.spyOn(fs, 'writeSync').mockImplementation(() => {
    throw full;
  });
  handle.write(2, payload(2));
  handle.write(3, payload(3));
  handle.note({ filledTo: 3, horizon: null });
  expect(writing).toHaveBeenCalledOnce();
  expect(error).toHaveBeenCalledOnce();
  expect(handle.writable).toBe(false);
  expect(handle.read(2)).toBeNull();
  expect(bytes(handle, 1)).toEqual([...payload(1)]);
});

it('a disk that fails is said once, and nothing is there any more', () => {
  const handle = opened();
  handle.write(1, payload(1));
  const error = vi.spyOn(log(), 'error');
  vi.spyOn(fs, 'readSync').mockImplementation(() => {
    throw new Error('EIO: i/o error, read');
  });
  expect(handle.read(1)).toBeNull();
  expect(handle.read(1)).toBeNull();
  expect(error).toHaveBeenCalledOnce();
});

it('a file system without links does as well', () => {
  vi.spyOn(fs, 'linkSync').mockImplementation(() => {
    throw Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM' });
  });
  const handle = opened();
  handle.write(1, payload(1));
  expect(bytes(opened(), 1)).toEqual([...payload(1)]);
  expect(readdirSync(path.dirname(file))).toEqual(['intensities.bin']);
});

it('a folder that cannot be made is an error of whoever opens', () => {
  writeFileSync(path.join(folder, 'model'), 'a file where the folder should be');
  expect(() => opened()).toThrow(/EEXIST|ENOTDIR/);
});

it('a closed file holds nothing, and closing it again does nothing', () => {
  const handle = opened();
  handle.write(1, payload(1));
  handle.close();
  handle.close();
  handle.write(2, payload(2));
  expect(handle.read(1)).toBeNull();
  expect(opened().read(2)).toBeNull();
});

it('a picture with a great number costs no space for those before it', () => {
  const handle = opened();
  handle.write(10_000_000, payload(1));
  expect(statSync(file).size).toBe(placeOf(10_000_001));
  expect(statSync(file).blocks * 512).toBeLessThan(1_000_000);
});

function opened(): FeatureFile {
  const handle = FeatureFile.open(file, KIND);
  open.push(handle);
  return handle;
}

function payload(seed: number): Uint8Array {
  const random = seededRandom(seed);
  return Uint8Array.from({ length: KIND.payloadBytes }, () => random() * 256);
}

function bytes(handle: FeatureFile, imageId: number): number[] | null {
  const found = handle.read(imageId);
  return found && [...found];
}

function overwrite(place: number, text: string): void {
  const content = readFileSync(file);
  content.write(text, place);
  writeFileSync(file, content);
}
