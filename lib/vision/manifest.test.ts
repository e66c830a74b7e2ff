import { describe, expect, test } from 'vitest';
import manifest from '@/models/manifest.json';
import { DEFAULT_MODEL_ID, modelEntry, parseManifest, repairCommand } from './manifest';
import { readModelFile } from './model-file';

const [first] = manifest.models;

describe('the manifest', () => {
  test('its default model is in the repository, with the size and checksum it says', async () => {
    const entry = modelEntry(DEFAULT_MODEL_ID);
    expect((await readModelFile(entry)).length).toBe(entry.bytes);
  });

  test('an unknown model is refused with the names that could be meant', () => {
    const names = manifest.models.map(({ id }) => id).join(', ');
    expect(() => modelEntry('vgg19')).toThrow(`No model is called "vgg19": set MODEL_ID to one of ${names}.`);
  });

  test('a damaged file is repaired by a command that fits where the model comes from', () => {
    expect(repairCommand(modelEntry(DEFAULT_MODEL_ID))).toMatch(
      /^git checkout -- models\/builtin\/[\w-]+\.onnx$/,
    );
    expect(repairCommand(modelEntry('vgg16-imagenet'))).toBe('npm run model:fetch');
  });

  test.each([
    ['two models of one id', { models: [first, first] }, 'two models have one id'],
    ['no model', { models: [] }, 'models'],
    ['a file outside its folder', { models: [{ ...first, file: '../secret.onnx' }] }, 'file'],
    ['a model that cannot be checked', { models: [{ ...first, sha256: undefined }] }, 'needs a sha256'],
    ['a division by zero', { models: [{ ...first, input: { ...first?.input, std: [1, 0, 1] } }] }, 'std'],
    ['another output', { models: [{ ...first, output: { name: 'a', shape: [256, 7, 7] } }] }, 'shape'],
    ['a field nobody reads', { models: [{ ...first, sha1: 'x' }] }, 'sha1'],
  ])('with %s it is refused', (_, value, fault) => {
    expect(() => parseManifest(value)).toThrow(fault);
  });
});
