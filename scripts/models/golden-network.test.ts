import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createExtractor, type ModelEntry } from '@/lib/vision';
import { encodeOnnx, type OnnxNetwork, type OnnxNode, type Shape } from './onnx-file';
import { convRelu, pool, type Maps } from './plain-network';

// A network small enough to follow by hand: 3 → 4 channels, five pools, 4 → 512. All its numbers are multiples of
// 1/128 and small, so that float32 sums are exact in any order and the whole signature can be compared bit by bit.
const SIZE = 224;
const firstKernel = Float32Array.from({ length: 4 * 3 * 9 }, (_, i) => ((i * 7) % 5) - 2);
const firstBias = Float32Array.of(0.5, -0.25, 0, 1);
const lastKernel = Float32Array.from({ length: 512 * 4 * 9 }, (_, i) => ((i * 11 + (i >> 5)) % 7) - 3);
const lastBias = Float32Array.from({ length: 512 }, (_, filter) => (filter % 3) - 1);

const pixels = Buffer.from(
  Array.from({ length: SIZE * SIZE * 3 }, (_, i) => (i * i * 17 + ((i / 3 / SIZE) | 0) * 29) % 256),
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dalma-golden-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a hand-made network', () => {
  test('gives the signature that plain loops compute from the bytes of the picture', async () => {
    const extractor = await createExtractor(await saved('golden', smallNetwork()), folder);
    const png = await sharp(pixels, { raw: { width: SIZE, height: SIZE, channels: 3 } })
      .png()
      .toBuffer();
    const [signature] = await extractor.extract([png]);
    const activation = plainActivation();
    const intensities = plainIntensities(activation);
    const topFilters = plainTopFilters(intensities, 50);
    expect(signature?.modelId).toBe('golden');
    expect([...signature!.intensities]).toEqual(intensities.map(Math.fround));
    expect([...signature!.topFilters]).toEqual(topFilters);
    const published = plainTopFilters(intensities, 25);
    expect(signature!.filterBits).toEqual(bits(512, (filter) => published.includes(filter)));
    const greatest = Math.max(...intensities);
    const inProportion = intensities.map((one) => Math.round((255 * one) / greatest));
    expect([...signature!.intensityBytes]).toEqual(inProportion);
    const threshold = plainThreshold(activation);
    const featureBits = bits(25_088, (i) => activation[i]! > threshold);
    expect(signature!.featureBits).toEqual(featureBits);
    const share =
      featureBits.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0) / 25_088;
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.6);
  });

  const half: Shape = ['n', 512, 4, 7];
  test.each<[string, string, Partial<OnnxNetwork>]>([
    ['wrong-input', 'reads "photo", expected "image"', renamed('image', 'photo')],
    ['wrong-output', 'gives "maps", expected "activation"', renamed('activation', 'maps')],
    ['wrong-output', 'gives float32 1×512×4×7, expected float32 1×512×7×7', strided([2, 1], half)],
    [
      'wrong-input',
      'does not take float32 1×3×224×224',
      { input: { name: 'image', shape: ['n', 3, 96, 96] } },
    ],
  ])('that is another one than the manifest says is refused: %s, %s', async (code, words, change) => {
    const entry = await saved('other', { ...smallNetwork(), ...change });
    const message = expect.stringContaining(words);
    await expect(createExtractor(entry, folder)).rejects.toMatchObject({ name: 'ModelError', code, message });
  });

  test('a file that is no ONNX is refused', async () => {
    const entry = await savedBytes('broken', Buffer.from('not a network'));
    await expect(createExtractor(entry, folder)).rejects.toMatchObject({ code: 'unreadable' });
  });
});

describe('encodeOnnx', () => {
  test('a tensor that does not fill its shape is our own mistake, told by name', () => {
    const weights = [{ name: 'k', shape: [2, 2], values: new Float32Array(3) }];
    expect(() => encodeOnnx({ ...smallNetwork(), weights })).toThrow('k has 3 values, its shape 2×2 wants 4');
  });
});

function smallNetwork(): OnnxNetwork {
  const names = ['image', 'pool1', 'pool2', 'pool3', 'pool4', 'pool5'];
  const pools = Array.from({ length: 5 }, (_, i) =>
    poolNode(i === 0 ? 'first_relu' : names[i]!, names[i + 1]!),
  );
  return {
    name: 'golden',
    input: { name: 'image', shape: ['n', 3, SIZE, SIZE] },
    output: { name: 'activation', shape: ['n', 512, 7, 7] },
    nodes: [...convNodes('first', 'image'), ...pools, ...convNodes('last', 'pool5', 'activation')],
    weights: [
      { name: 'first_kernel', shape: [4, 3, 3, 3], values: firstKernel },
      { name: 'first_bias', shape: [4], values: firstBias },
      { name: 'last_kernel', shape: [512, 4, 3, 3], values: lastKernel },
      { name: 'last_bias', shape: [512], values: lastBias },
    ],
    notes: {},
  };
}

function convNodes(name: string, from: string, relu = `${name}_relu`, strides = [1, 1]): OnnxNode[] {
  const inputs = [from, `${name}_kernel`, `${name}_bias`];
  const attributes = { kernel_shape: [3, 3], pads: [1, 1, 1, 1], strides };
  return [
    { op: 'Conv', inputs, output: name, attributes },
    { op: 'Relu', inputs: [name], output: relu },
  ];
}

function poolNode(from: string, output: string): OnnxNode {
  return { op: 'MaxPool', inputs: [from], output, attributes: { kernel_shape: [2, 2], strides: [2, 2] } };
}

/** The small network with an input or output called otherwise. */
function renamed(from: string, to: string): Partial<OnnxNetwork> {
  const { input, output, nodes } = smallNetwork();
  const name = (old: string) => (old === from ? to : old);
  return {
    input: { ...input, name: name(input.name) },
    output: { ...output, name: name(output.name) },
    nodes: nodes.map((node) => ({ ...node, inputs: node.inputs.map(name), output: name(node.output) })),
  };
}

/** The small network whose last convolution makes steps. */
function strided(strides: number[], shape: Shape): Partial<OnnxNetwork> {
  const nodes = smallNetwork().nodes.slice(0, -2);
  return {
    nodes: [...nodes, ...convNodes('last', 'pool5', 'activation', strides)],
    output: { name: 'activation', shape },
  };
}

async function saved(id: string, network: OnnxNetwork): Promise<ModelEntry> {
  return savedBytes(id, encodeOnnx(network));
}

async function savedBytes(id: string, onnx: Uint8Array): Promise<ModelEntry> {
  await writeFile(path.join(folder, `${id}.onnx`), onnx);
  const sha256 = createHash('sha256').update(onnx).digest('hex');
  const mean: [number, number, number] = [128, 128, 128];
  return {
    id,
    file: `${id}.onnx`,
    bytes: onnx.length,
    sha256,
    licence: 'MIT',
    input: { name: 'image', layout: 'NCHW', size: SIZE, channels: 'BGR', scale: 1, mean, std: mean },
    output: { name: 'activation', shape: [512, 7, 7] },
  };
}

function plainActivation(): Float32Array {
  const values = new Float32Array(3 * SIZE * SIZE);
  for (let plane = 0; plane < 3; plane++) {
    for (let i = 0; i < SIZE * SIZE; i++)
      values[plane * SIZE * SIZE + i] = (pixels[i * 3 + 2 - plane]! - 128) / 128;
  }
  let maps: Maps = convRelu({ values, channels: 3, size: SIZE }, firstKernel, firstBias);
  for (let i = 0; i < 5; i++) maps = pool(maps);
  return convRelu(maps, lastKernel, lastBias).values;
}

function plainIntensities(activation: Float32Array): number[] {
  return Array.from({ length: 512 }, (_, filter) => {
    const map = [...activation.subarray(filter * 49, filter * 49 + 49)];
    return map.reduce((sum, value) => sum + value, 0) / 49;
  });
}

function plainTopFilters(intensities: number[], count: number): number[] {
  const filters = intensities.map((intensity, filter) => ({ intensity: Math.fround(intensity), filter }));
  filters.sort((a, b) => (a.intensity === b.intensity ? a.filter - b.filter : b.intensity - a.intensity));
  return filters.slice(0, count).map(({ filter }) => filter);
}

function plainThreshold(activation: Float32Array): number {
  const active = [...activation].filter((value) => value !== 0);
  return active.reduce((sum, value) => sum + value, 0) / active.length;
}

function bits(count: number, isSet: (i: number) => boolean): Uint8Array {
  const bytes = new Uint8Array(count / 8);
  for (let i = 0; i < count; i++) if (isSet(i)) bytes[Math.floor(i / 8)]! += 2 ** (i % 8);
  return bytes;
}
