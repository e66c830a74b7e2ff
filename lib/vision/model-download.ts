import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { BrowserModel } from './browser/types';
import { modelEntry, models, type ModelEntry } from './manifest';
import { modelsFolder, writtenChecksum } from './model-file';

/** The address below which networks are served, each by its checksum. */
const ADDRESS = '/models';

/**
 * What a browser needs to run that network itself; null while its file is not on this machine, or not whole.
 * @throws ModelError `unknown-model`
 */
export async function browserModel(modelId: string, folder = modelsFolder()): Promise<BrowserModel | null> {
  const entry = modelEntry(modelId);
  const sha256 = await checksumOf(entry, folder);
  if (!sha256) return null;
  const { id, bytes, input, output } = entry;
  return { id, bytes, sha256, input, output: output.name, url: `${ADDRESS}/${sha256}.onnx` };
}

/** The file of the manifest's network that has this checksum; null if there is none. Whoever opens it must read or destroy it. */
export async function openModelFile(
  sha256: string,
  folder = modelsFolder(),
): Promise<{ readonly stream: Readable; readonly size: number } | null> {
  for (const entry of models) {
    if ((await checksumOf(entry, folder)) !== sha256) continue;
    return { stream: createReadStream(pathOf(entry, folder)), size: entry.bytes };
  }
  return null;
}

/** By manifest or by the note beside the file, of a file that is there in its full length: browsers check the content. */
async function checksumOf(entry: ModelEntry, folder: string): Promise<string | null> {
  const file = pathOf(entry, folder);
  const found = await stat(file).catch(() => null);
  if (!found?.isFile() || found.size !== entry.bytes) return null;
  return entry.sha256 ?? writtenChecksum(file);
}

function pathOf(entry: ModelEntry, folder: string): string {
  return path.join(/* turbopackIgnore: true */ folder, entry.file);
}
