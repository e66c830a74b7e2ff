import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { BrowserModel } from './browser/types';
import { knownModels, type KnownModel } from './known-models';
import { writtenChecksum } from './model-file';

/** The address below which networks are served, each by its checksum. */
const ADDRESS = '/models';

/** What a browser needs to run that network itself; null while its file is not on this machine, or not whole. */
export async function browserModel(modelId: string): Promise<BrowserModel | null> {
  const model = knownModels().find(({ entry }) => entry.id === modelId);
  const sha256 = model && (await checksumOf(model));
  if (!sha256) return null;
  const { id, bytes, input, output } = model.entry;
  return { id, bytes, sha256, input, output: output.name, url: `${ADDRESS}/${sha256}.onnx` };
}

/** The file of the known network that has this checksum; null if there is none. Whoever opens it must read or destroy it. */
export async function openModelFile(
  sha256: string,
): Promise<{ readonly stream: Readable; readonly size: number } | null> {
  for (const model of knownModels()) {
    if ((await checksumOf(model)) !== sha256) continue;
    return { stream: createReadStream(pathOf(model)), size: model.entry.bytes };
  }
  return null;
}

/** By manifest or by the note beside the file, of a file that is there in its full length: browsers check the content. */
async function checksumOf(model: KnownModel): Promise<string | null> {
  const { entry } = model;
  const file = pathOf(model);
  const found = await stat(file).catch(() => null);
  if (!found?.isFile() || found.size !== entry.bytes) return null;
  return entry.sha256 ?? writtenChecksum(file);
}

function pathOf({ entry, folder }: KnownModel): string {
  return path.join(/* turbopackIgnore: true */ folder, entry.file);
}
