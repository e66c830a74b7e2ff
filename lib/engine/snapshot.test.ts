import { describe, expect, test } from 'vitest';
import { BitwiseIndex } from './bitwise-index';
import { SnapshotError, type SnapshotErrorCode } from './errors';
import { ExhaustiveIndex } from './exhaustive-index';
import { SLOTS_PER_BLOCK } from './kernels/kernel';
import { randomCatalogue, randomFilters, seededRandom } from './test-support';

const modelId = 'vgg16-dalma';

function snapshotOf(count: number): Uint8Array {
  const index = new BitwiseIndex();
  for (const entry of randomCatalogue(count, 3)) index.add(entry);
  return index.serialize(modelId);
}

test('an index of several blocks comes back whole, tags, owners and free slots included', () => {
  const index = new BitwiseIndex();
  const catalogue = randomCatalogue(SLOTS_PER_BLOCK + 500, 3);
  for (const entry of catalogue) index.add(entry);
  for (const { id } of catalogue.slice(100, 110)) index.remove(id);
  const copy = BitwiseIndex.from(index.serialize(modelId), { modelId });
  expect(copy.size).toBe(index.size);
  const filters = randomFilters(seededRandom(5));
  const options = { atLeast: 12, where: { every: ['inStock', 'category:3'] }, excludeOwner: 9 };
  expect(copy.narrow(filters, options)).toEqual(index.narrow(filters, options));
  for (const each of [index, copy]) each.add({ id: 2, owner: 2, topFilters: filters });
  expect(copy.narrow(filters, { limit: 1 })).toEqual(index.narrow(filters, { limit: 1 }));
});

test('the bytes may lie anywhere in a larger buffer', () => {
  const snapshot = snapshotOf(10);
  const larger = new Uint8Array(snapshot.length + 3);
  larger.set(snapshot, 3);
  expect(BitwiseIndex.from(larger.subarray(3), { modelId }).size).toBe(10);
});

describe('a snapshot is refused, each time with its reason', () => {
  const good = snapshotOf(10);
  const changed = (at: number, value: number) => {
    const bytes = good.slice();
    bytes[at] = value;
    return bytes;
  };
  const refusals: [string, Uint8Array, SnapshotErrorCode, string][] = [
    ['an empty file', new Uint8Array(0), 'magic', 'this is no snapshot of an index: it begins with ""'],
    ['another file', new TextEncoder().encode('<!doctype html>'), 'magic', 'it begins with "<!doctyp"'],
    ['an older or newer format', changed(8, 9), 'version', 'this snapshot has version 9: expected 1'],
    [
      'nothing but a magic',
      good.slice(0, 12),
      'torn',
      'this snapshot is torn: expected 32 bytes of header, found 12',
    ],
    [
      'a torn file',
      good.slice(0, 5000),
      'torn',
      `this snapshot is torn: expected ${good.length} bytes, found 5000`,
    ],
    ['a file with something after it', new Uint8Array([...good, 0]), 'torn', `found ${good.length + 1}`],
    ['one wrong bit in a bitmap', changed(good.length - 9000, 1), 'checksum', 'this snapshot is damaged'],
    ['a wrong count', changed(16, 11), 'checksum', 'this snapshot is damaged: its checksum is'],
  ];
  test.each(refusals)('%s', (_, bytes, code, message) => {
    expectRefusal(() => BitwiseIndex.from(bytes, { modelId }), code, message);
  });

  test('one of another model', () => {
    const message = "this snapshot holds signatures of the model 'vgg16-dalma': expected 'vgg16-imagenet'";
    expectRefusal(() => BitwiseIndex.from(good, { modelId: 'vgg16-imagenet' }), 'model', message);
  });

  test('one of another kind of index', () => {
    const message = 'this is a snapshot of the kind bitwise: expected kind exhaustive';
    expectRefusal(() => ExhaustiveIndex.from(good, { modelId }), 'kind', message);
  });
});

function expectRefusal(call: () => unknown, code: SnapshotErrorCode, message: string): void {
  let thrown: unknown;
  try {
    call();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(SnapshotError);
  expect(thrown).toMatchObject({ code, message: expect.stringContaining(message) });
}
