import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createExtractor, loadExtractor } from './extractor';
import { DEFAULT_MODEL_ID, modelEntry } from './manifest';
import { rasterise } from './rasterise';

const entry = modelEntry(DEFAULT_MODEL_ID);

/** A package in another colour for each number; PNG, so that nothing is lost. */
async function draw(hue: number): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">
    <rect width="300" height="200" fill="hsl(${hue},40%,90%)"/><path d="M0 150L300 120V200H0z" fill="#a98"/>
    <rect x="90" y="30" width="80" height="140" rx="${hue % 40}" fill="hsl(${hue},80%,45%)"/>
    <circle cx="130" cy="90" r="25" fill="#ffd"/></svg>`;
  return sharp(await rasterise(svg, 300, 200, 95))
    .png()
    .toBuffer();
}

describe('extract', () => {
  test('a picture has the same signature alone, in company, and in calls that overlap', async () => {
    const extractor = await loadExtractor();
    const pictures = await Promise.all(Array.from({ length: 11 }, (_, i) => draw(i * 33)));
    const alone = [];
    for (const picture of pictures) alone.push(...(await extractor.extract([picture])));
    const [together, backwards] = await Promise.all([
      extractor.extract(pictures),
      extractor.extract(pictures.toReversed()),
    ]);
    expect(together).toEqual(alone);
    expect(backwards.toReversed()).toEqual(alone);
    expect(new Set(alone.map(({ featureBits }) => featureBits.toString())).size).toBe(pictures.length);
  });

  test('a signature carries its model and has the sizes that are stored', async () => {
    const [signature] = await (await loadExtractor()).extract([await draw(10)]);
    const { modelId, topFilters, filterBits, featureBits, intensities, intensityBytes } = signature!;
    expect(modelId).toBe(DEFAULT_MODEL_ID);
    expect(
      [topFilters, filterBits, featureBits, intensities, intensityBytes].map(({ byteLength }) => byteLength),
    ).toEqual([100, 64, 3136, 2048, 512]);
    expect(new Set(topFilters).size).toBe(50);
  });

  test('a picture stored turned, EXIF orientations 1 to 8, has the signature of the upright one', async () => {
    const extractor = await loadExtractor();
    const upright = await draw(200);
    // Each orientation, undone by hand: flop mirrors left and right, and comes after the rotation.
    const stored = [
      sharp(upright),
      sharp(upright).flop(),
      sharp(upright).rotate(180),
      sharp(upright).flip(),
      sharp(await sharp(upright).rotate(90).png().toBuffer()).flop(),
      sharp(upright).rotate(270),
      sharp(await sharp(upright).rotate(270).png().toBuffer()).flop(),
      sharp(upright).rotate(90),
    ];
    const turned = stored.map((picture, i) =>
      picture
        .withMetadata({ orientation: i + 1 })
        .png()
        .toBuffer(),
    );
    const [expected, ...found] = await extractor.extract([upright, ...(await Promise.all(turned))]);
    found.forEach((signature) => expect(signature).toEqual(expected));
  });

  test('nothing in, nothing out', async () => {
    expect(await (await loadExtractor()).extract([])).toEqual([]);
  });

  test('the one picture that cannot be used is named by its place, and the extractor goes on working', async () => {
    const extractor = await loadExtractor();
    const good = await draw(50);
    const bad = extractor.extract([good, good, Buffer.from('no picture'), good]);
    await expect(bad).rejects.toMatchObject({ name: 'PictureError', code: 'unsupported-format', index: 2 });
    expect(await extractor.extract([good])).toHaveLength(1);
  });
});

describe('loadExtractor', () => {
  test('loads a model once per process, even when this file is bundled twice', async () => {
    const one = loadExtractor();
    vi.resetModules();
    const again = await import('./extractor');
    expect(again.loadExtractor).not.toBe(loadExtractor);
    expect(await again.loadExtractor(DEFAULT_MODEL_ID)).toBe(await one);
  });

  test('MODEL_ID chooses, and a wrong one is tried anew each time', async () => {
    vi.stubEnv('MODEL_ID', 'vgg19');
    await expect(loadExtractor()).rejects.toMatchObject({ name: 'ModelError', code: 'unknown-model' });
    vi.stubEnv('MODEL_ID', '');
    expect((await loadExtractor()).modelId).toBe(DEFAULT_MODEL_ID);
    vi.unstubAllEnvs();
  });
});

describe('a model file that is not what the manifest says', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'dalma-models-'));
    await writeFile(path.join(folder, 'short.onnx'), 'abc');
  });
  afterAll(() => rm(folder, { recursive: true }));

  const fetched = { ...modelEntry('vgg16-imagenet'), bytes: 3, file: 'short.onnx' };
  test.each([
    ['missing-file', { ...entry, file: 'none.onnx' }, 'is not there: type git checkout -- models/none.onnx'],
    [
      'wrong-size',
      { ...entry, file: 'short.onnx' },
      `has 3 bytes, expected ${entry.bytes}: type git checkout`,
    ],
    [
      'wrong-checksum',
      { ...entry, file: 'short.onnx', bytes: 3 },
      `expected ${entry.sha256}: type git checkout`,
    ],
    ['no-checksum', fetched, 'has no checksum beside it: type npm run model:fetch'],
  ])('%s is told in a sentence with the command to type', async (code, wrong, words) => {
    const message = expect.stringContaining(words);
    await expect(createExtractor(wrong, folder)).rejects.toMatchObject({ name: 'ModelError', code, message });
  });
});
