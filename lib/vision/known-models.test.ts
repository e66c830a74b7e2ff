import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { knownModel, knownModels, modelPresence } from './known-models';
import { DEFAULT_MODEL_ID, modelEntry, models } from './manifest';

const CONTENT = 'not a network, but whole';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dalma-own-models-'));
  vi.stubEnv('MODELS_DIR', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test('without a folder of one’s own the models are those of the manifest', () => {
  vi.stubEnv('MODELS_DIR', '');
  expect(knownModels().map(({ entry }) => entry)).toEqual(models);
});

test('a model of one’s own comes after them, with its own folder', () => {
  writeManifest([own('our-shop')]);
  expect(knownModels().map(({ entry }) => entry.id)).toEqual([...models.map(({ id }) => id), 'our-shop']);
  expect(knownModel('our-shop').folder).toBe(folder);
  expect(knownModel(DEFAULT_MODEL_ID).folder).not.toBe(folder);
});

test('a model of one’s own that takes a known id does not replace that one', () => {
  writeManifest([{ ...own(DEFAULT_MODEL_ID), file: 'elsewhere.onnx' }]);
  expect(knownModel(DEFAULT_MODEL_ID).entry).toEqual(modelEntry(DEFAULT_MODEL_ID));
});

test('a model nobody knows is refused with the ids that there are', () => {
  writeManifest([own('our-shop')]);
  expect(() => knownModel('vgg19')).toThrow(/"vgg19": set MODEL_ID to one of vgg16-dalma-2, .*our-shop/);
});

test.each([
  ['no manifest', null],
  ['no JSON', 'models: []'],
  ['an entry without a checksum', JSON.stringify({ models: [{ ...own('a'), sha256: undefined }] })],
])('a folder with %s is said by name', (_, text) => {
  if (text !== null) writeFileSync(path.join(folder, 'manifest.json'), text);
  expect(() => knownModels()).toThrow(`MODELS_DIR names ${folder}`);
});

test('a manifest that is half-written or away leaves the models as they were; one that is whole again counts', () => {
  writeManifest([own('our-shop')]);
  const before = knownModels();
  writeFileSync(path.join(folder, 'manifest.json'), '{ "models": [');
  expect(knownModels()).toEqual(before);
  rmSync(path.join(folder, 'manifest.json'));
  expect(knownModels()).toEqual(before);
  writeManifest([own('our-shop'), own('our-other-shop')]);
  expect(knownModel('our-other-shop').folder).toBe(folder);
});

test('a file is missing, damaged or present, and looked at again when it changes', async () => {
  writeManifest([own('our-shop')]);
  const model = knownModel('our-shop');
  expect(await modelPresence(model)).toMatchObject({ state: 'missing' });
  writeFileSync(path.join(folder, 'our-shop.onnx'), 'sixteen letters.');
  expect(await modelPresence(model)).toMatchObject({ state: 'damaged' });
  writeFileSync(path.join(folder, 'our-shop.onnx'), CONTENT);
  expect(await modelPresence(model)).toEqual({ state: 'present' });
});

function own(id: string) {
  const sha256 = createHash('sha256').update(CONTENT).digest('hex');
  return { ...modelEntry(DEFAULT_MODEL_ID), id, file: `${id}.onnx`, bytes: CONTENT.length, sha256 };
}

function writeManifest(entries: readonly object[]): void {
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify({ models: entries }));
}
