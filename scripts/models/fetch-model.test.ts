import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { modelEntry, type ModelEntry } from '@/lib/vision';
import { readModelFile } from '@/lib/vision/model-file';
import { openNetwork } from '@/lib/vision/onnx-node';
import { realDisk, type Disk } from './disk';
import { FetchError } from './fetch-error';
import { fetchModel, type FetchOptions } from './fetch-model';
import { encodeOnnx } from './onnx-file';
import { convRelu, pool, type Maps } from './plain-network';
import { smallShapes, smallWeights, writeKerasFile, type KerasLayer } from './small-weights';
import { convShapes, vgg16Network } from './vgg16';
import { serveWeights, type WeightsServer } from './weights-server';

const official = modelEntry('vgg16-imagenet');
const PART = 'vgg16-imagenet.h5.part';
const MODEL = 'vgg16-imagenet.onnx';

let made: string;
let weightsFile: string;
let weights: Buffer;
let server: WeightsServer;
let entry: ModelEntry;
let folder: string;

beforeAll(async () => {
  made = await mkdtemp(path.join(tmpdir(), 'dalma-weights-'));
  weightsFile = path.join(made, 'small.h5');
  await writeKerasFile(weightsFile, smallWeights());
  weights = await readFile(weightsFile);
  server = await serveWeights(weights);
  const source = { url: server.url, bytes: weights.length, md5: md5(weights) };
  entry = { ...official, source, bytes: sizeOfModel({ ...official, source }, smallShapes) };
});
afterAll(async () => {
  await server.close();
  await rm(made, { recursive: true });
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dalma-fetch-'));
  Object.assign(server.behaviour, { mode: 'range', stallAfter: undefined });
  server.ranges.length = 0;
});
afterEach(() => rm(folder, { recursive: true }));

const run = (options: Partial<FetchOptions> = {}) =>
  fetchModel({ entry, folder, shapes: smallShapes, ...options });

async function refusal(options: Partial<FetchOptions> = {}): Promise<FetchError> {
  const error: unknown = await run(options).then(
    () => 'nothing was refused',
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FetchError);
  return error as FetchError;
}

describe('fetchModel', () => {
  test('downloads, checks, converts, and leaves the model with its checksum and nothing else', async () => {
    const seen: number[] = [];
    const file = await run({ onProgress: (received) => seen.push(received) });
    expect(file).toBe(path.join(folder, MODEL));
    expect((await readdir(folder)).toSorted()).toEqual([MODEL, `${MODEL}.sha256`]);
    expect(await readModelFile(entry, folder)).toHaveLength(entry.bytes);
    expect(seen.at(-1)).toBe(weights.length);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  test('the converted network gives the numbers of plain loops over the Keras weights', async () => {
    const network = await openNetwork(entry, await readFile(await run()));
    const picture = Float32Array.from({ length: 3 * 224 * 224 }, (_, i) => ((i * i) % 251) - 110);
    const [activation] = await network.run([picture]);
    const expected = plainVgg16(picture, smallWeights());
    expect(expected.filter((value) => value > 0).length).toBeGreaterThan(1000);
    const greatest = Math.max(...expected);
    const difference = Math.max(...expected.map((value, i) => Math.abs(value - activation![i]!)));
    expect(difference / greatest).toBeLessThan(1e-5);
    await network.close();
  });

  test('--from a file: no network is asked, and the file stays', async () => {
    await run({ from: weightsFile, url: `${server.url}/elsewhere` });
    expect(server.ranges).toEqual([]);
    expect(await readFile(weightsFile)).toEqual(weights);
  });

  test('the size of the official model in the manifest is what its conversion has', () => {
    expect(sizeOfModel(official, convShapes())).toBe(official.bytes);
  });
});

describe('a download that was interrupted', () => {
  test('keeps its part and goes on from there', async () => {
    server.behaviour.stallAfter = 5000;
    const error = await refusal({ onProgress: (received) => received === 5000 && server.cut() });
    expect(error).toMatchObject({ code: 'no-network', exitCode: 3 });
    expect(error.message).toContain('goes on from where it stopped');
    expect(await readFile(path.join(folder, PART))).toEqual(weights.subarray(0, 5000));
    expect(await readdir(folder)).toEqual([PART]);
    server.behaviour.stallAfter = undefined;
    await run();
    expect(server.ranges).toEqual([null, 'bytes=5000-']);
    await readModelFile(entry, folder);
  });

  test.each(['whole', 'unlucky'] as const)('begins anew when the server has no Range (%s)', async (mode) => {
    await writeFile(path.join(folder, PART), weights.subarray(0, 4000));
    server.behaviour.mode = mode;
    await run();
    expect(server.ranges[0]).toBe('bytes=4000-');
    await readModelFile(entry, folder);
  });

  test('needs no server when only the last step was missing', async () => {
    await writeFile(path.join(folder, PART), weights);
    await run();
    expect(server.ranges).toEqual([]);
  });

  test('is not continued when the part is longer than the file', async () => {
    await writeFile(path.join(folder, PART), Buffer.alloc(weights.length + 1));
    await run();
    expect(server.ranges).toEqual([null]);
  });

  test('is given up when the server falls silent, and can go on later', async () => {
    server.behaviour.stallAfter = 3000;
    const error = await refusal({ idleMs: 1000 });
    expect(error.code).toBe('no-network');
    expect(error.message).toContain('no byte for 1 s');
    server.behaviour.stallAfter = undefined;
    await run();
    expect(server.ranges).toEqual([null, 'bytes=3000-']);
  });
});

describe('each failure has its own sentence and exit code, and leaves nothing half-written', () => {
  afterEach(async () => expect(await readdir(folder)).toEqual([]));

  test('no network', async () => {
    const gone = await serveWeights(weights);
    await gone.close();
    const error = await refusal({ url: gone.url });
    expect(error).toMatchObject({ code: 'no-network', exitCode: 3 });
    expect(error.message).toMatch(
      /127\.0\.0\.1:\d+ failed \(ECONNREFUSED\).*npm run model:fetch -- --from FILE/,
    );
  });

  test('an HTTP error', async () => {
    server.behaviour.mode = 404;
    const error = await refusal();
    expect(error).toMatchObject({ code: 'http', exitCode: 4 });
    expect(error.message).toMatch(/answered 404 Not Found for .*--url URL/);
  });

  test('a file of another size at that address, refused before it is downloaded', async () => {
    const error = await refusal({ entry: withSource({ bytes: weights.length + 5 }) });
    expect(error).toMatchObject({ code: 'wrong-size', exitCode: 5 });
    expect(error.message).toContain(`expected ${weights.length + 5} bytes`);
  });

  test('a wrong checksum: what was downloaded is removed', async () => {
    const error = await refusal({ entry: withSource({ md5: '0'.repeat(32) }) });
    expect(error).toMatchObject({ code: 'wrong-checksum', exitCode: 5 });
    expect(error.message).toContain(`has md5 ${md5(weights)}, expected ${'0'.repeat(32)}`);
  });

  test('a part that was tampered with is found out by the checksum', async () => {
    await writeFile(path.join(folder, PART), Buffer.alloc(4000));
    expect(await refusal()).toMatchObject({ code: 'wrong-checksum' });
  });

  test('a disk without enough room, before anything is asked of the server', async () => {
    const error = await refusal({ disk: { ...realDisk, freeBytes: async () => 100_000 } });
    expect(error).toMatchObject({ code: 'disk-full', exitCode: 7 });
    expect(error.message).toMatch(/has 0\.1 MB free and \d\.\d MB are needed: make room/);
    expect(server.ranges).toEqual([]);
  });

  test.each([
    ['the download', PART],
    ['the model', `${MODEL}.tmp`],
    ['the checksum', `${MODEL}.sha256.tmp`],
  ])('a disk that becomes full during %s', async (_, name) => {
    const error = await refusal({ disk: fullAt(name) });
    expect(error).toMatchObject({ code: 'disk-full', exitCode: 7 });
    expect(error.message).toContain('make room and type npm run model:fetch again');
  });

  test('a folder that must not be written', async () => {
    const error = await refusal({ disk: { ...realDisk, open: () => Promise.reject(systemError('EACCES')) } });
    expect(error).toMatchObject({ code: 'file', exitCode: 8, message: expect.stringContaining('EACCES') });
  });

  test('a --from file that is not there', async () => {
    const error = await refusal({ from: path.join(made, 'none.h5') });
    expect(error).toMatchObject({ code: 'file', exitCode: 8, message: expect.stringContaining('none.h5') });
  });

  test('a --from file that was cut off, which stays as it is', async () => {
    const cut = path.join(made, 'cut.h5');
    await writeFile(cut, weights);
    await truncate(cut, 999);
    expect(await refusal({ from: cut })).toMatchObject({ code: 'wrong-size', exitCode: 5 });
    expect((await stat(cut)).size).toBe(999);
  });
});

describe('weights of another network are refused with what is wrong', () => {
  const [first, second, ...others] = smallWeights() as [KerasLayer, KerasLayer, ...KerasLayer[]];
  const named = (layer: KerasLayer, name: string) => ({ ...layer, shape: { ...layer.shape, name } });
  const wider = (layer: KerasLayer): KerasLayer => ({
    shape: { ...layer.shape, outputs: 3 },
    kernel: new Float32Array(9 * layer.shape.inputs * 3),
    bias: new Float32Array(3),
  });

  test.each<[string, KerasLayer[], string]>([
    [
      'a layer is missing',
      [first, ...others],
      'layer block1_conv2 has 0 tensors, expected a kernel and a bias',
    ],
    ['a layer is wider', [first, wider(second), ...others], 'block1_conv2 is 3×3×2×3, expected 3×3×2×2'],
    ['there is a layer more', [first, second, ...others, named(first, 'fc1')], 'it has weights of fc1'],
    ['a layer is called otherwise', [named(first, 'conv1'), second, ...others], 'it has weights of conv1'],
    ['a weight is no number', [{ ...first, bias: Float32Array.of(0, NaN) }, second, ...others], 'no numbers'],
  ])('%s', async (_, layers, fault) => {
    const file = path.join(folder, 'other.h5');
    await writeKerasFile(file, layers);
    await expectWrongShapes(file, fault);
  });

  test('the file is no HDF5 at all', async () => {
    const file = path.join(folder, 'other.h5');
    await writeFile(file, 'PK, a zip perhaps');
    await expectWrongShapes(file, 'the file is not HDF5');
  });

  async function expectWrongShapes(file: string, fault: string): Promise<void> {
    const bytes = await readFile(file);
    const error = await refusal({ from: file, entry: withSource({ bytes: bytes.length, md5: md5(bytes) }) });
    expect(error).toMatchObject({ code: 'wrong-shapes', exitCode: 6 });
    expect(error.message).toContain(fault);
    expect(await readdir(folder)).toEqual(['other.h5']);
  }
});

function md5(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('hex');
}

function withSource(change: Partial<NonNullable<ModelEntry['source']>>): ModelEntry {
  return { ...entry, source: { ...entry.source!, ...change } };
}

function sizeOfModel(of: ModelEntry, shapes: typeof smallShapes): number {
  const layers = shapes.map((shape) => ({
    ...shape,
    kernel: new Float32Array(9 * shape.inputs * shape.outputs),
    bias: new Float32Array(shape.outputs),
  }));
  return encodeOnnx(vgg16Network(of, layers)).length;
}

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: write`), { code });
}

/** A disk that takes 100 bytes of the file of that name, and then no more. */
function fullAt(name: string): Disk {
  return {
    ...realDisk,
    open: async (file, flags) => {
      const real = await realDisk.open(file, flags);
      if (path.basename(file) !== name) return real;
      const write = async (bytes: Uint8Array, offset: number) => {
        if (offset > 0 || bytes.length < 100) throw systemError('ENOSPC');
        return real.write(bytes.subarray(0, 100), 0);
      };
      return { write, sync: () => real.sync(), close: () => real.close() };
    },
  };
}

function plainVgg16(picture: Float32Array, layers: readonly KerasLayer[]): Float32Array {
  let maps: Maps = { values: picture, channels: 3, size: 224 };
  for (const { shape, kernel, bias } of layers) {
    const { name, inputs, outputs } = shape;
    const place = (out: number, input: number, spot: number) =>
      kernel[(spot * inputs + input) * outputs + out]!;
    const oihw = Float32Array.from({ length: kernel.length }, (_, i) =>
      place(Math.floor(i / 9 / inputs), Math.floor(i / 9) % inputs, i % 9),
    );
    maps = convRelu(maps, oihw, bias);
    if (/block[12]_conv2|_conv3/.test(name)) maps = pool(maps);
  }
  return maps.values;
}
