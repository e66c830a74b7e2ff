import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ModelEntry } from '@/lib/vision/manifest';
import { encodeOnnx } from '@/scripts/models/onnx-file';
import { smallWeights } from '@/scripts/models/small-weights';
import { vgg16Network } from '@/scripts/models/vgg16';

/** The id of a network that hardly costs anything, and sees quite other things than the built-in one. */
export const SMALL_MODEL = 'small-eyes';

/**
 * Puts a second network into the folder, with its manifest, as an operator puts one of his own into `MODELS_DIR`.
 */
export function plantSmallModel(folder: string, id = SMALL_MODEL): ModelEntry {
  const input = {
    ...{ name: 'image', layout: 'NCHW', size: 224, channels: 'RGB', scale: 1 },
    ...{ mean: [100, 110, 120], std: [60, 60, 60] },
  } as unknown as ModelEntry['input'];
  const unsized = {
    ...{ id, file: `${id}.onnx`, licence: 'MIT', input },
    output: { name: 'activation', shape: [512, 7, 7] } as ModelEntry['output'],
  };
  const layers = smallWeights().map(({ shape, kernel, bias }) => ({ ...shape, kernel, bias }));
  const onnx = encodeOnnx(vgg16Network({ ...unsized, bytes: 1 }, layers));
  const sha256 = createHash('sha256').update(onnx).digest('hex');
  const entry: ModelEntry = { ...unsized, bytes: onnx.length, sha256 };
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, entry.file), onnx);
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify({ models: [entry] }));
  return entry;
}
