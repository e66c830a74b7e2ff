import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ModelEntry } from '@/lib/vision/manifest';
import { checksumFile } from '@/lib/vision/model-file';
import { openNetwork } from '@/lib/vision/onnx-node';
import { needRoom, realDisk, writeAtomically, type Disk } from './disk';
import { download } from './download';
import { FetchError, systemCode } from './fetch-error';
import { readKerasWeights } from './keras-weights';
import { encodeOnnx } from './onnx-file';
import { convShapes, vgg16Network, type ConvShape } from './vgg16';

export interface FetchOptions {
  /** A model with a `source` in the manifest. */
  readonly entry: ModelEntry;
  /** Where models are kept. */
  readonly folder: string;
  /** Weights already on this machine; nothing is downloaded then, and the file is left as it is. */
  readonly from?: string;
  /** Address of the weights, instead of the manifest's. */
  readonly url?: string;
  /** The convolutions that must be in the file. */
  readonly shapes?: readonly ConvShape[];
  readonly disk?: Disk;
  readonly onStep?: (sentence: string) => void;
  readonly onProgress?: (received: number) => void;
  readonly idleMs?: number;
}

/**
 * Fetches the published weights, checks size and md5, converts them to ONNX, tries the network, and puts file and
 * checksum in place. Until the last moment the folder holds no file of the model's name. Throws `FetchError`.
 *
 * @returns the path of the model
 */
export async function fetchModel(options: FetchOptions): Promise<string> {
  const source = sourceOf(options.entry);
  const weights = options.from ?? (await downloadWeights(options, source));
  options.onStep?.('checking');
  await check(weights, source, options.from === undefined);
  options.onStep?.('converting');
  const onnx = await convert(options, weights);
  const file = path.join(options.folder, options.entry.file);
  const downloaded = options.from === undefined ? weights : null;
  await putInPlace(options.disk ?? realDisk, file, onnx, downloaded);
  return file;
}

type Source = NonNullable<ModelEntry['source']>;

function sourceOf({ id, source }: ModelEntry): Source {
  if (source) return source;
  throw new FetchError(
    'usage',
    `Model ${id} is not fetched, it is part of the project: type npm run model:verify`,
  );
}

async function downloadWeights(options: FetchOptions, source: Source): Promise<string> {
  const { folder, entry, disk = realDisk } = options;
  const file = path.join(folder, `${entry.id}.h5.part`);
  const there = await stat(file).catch(() => null);
  await needRoom(disk, folder, source.bytes + entry.bytes - (there?.size ?? 0));
  options.onStep?.('downloading');
  const { onProgress, idleMs } = options;
  await download({ url: options.url ?? source.url, file, bytes: source.bytes, disk, onProgress, idleMs });
  return file;
}

async function check(file: string, source: Source, ours: boolean): Promise<void> {
  try {
    await checkSizeAndMd5(file, source);
  } catch (error) {
    if (ours) await rm(file, { force: true });
    if (error instanceof FetchError) throw error;
    const message = `${file} cannot be read (${systemCode(error)}): name the downloaded weights after --from.`;
    throw new FetchError('file', message, { cause: error });
  }
}

async function checkSizeAndMd5(file: string, source: Source): Promise<void> {
  const { size } = await stat(file);
  if (size !== source.bytes) {
    const message = `${file} has ${size} bytes, expected ${source.bytes}: type npm run model:fetch to download it anew.`;
    throw new FetchError('wrong-size', message);
  }
  const hash = createHash('md5');
  await pipeline(createReadStream(file), hash);
  const md5 = hash.digest('hex');
  if (md5 === source.md5) return;
  const message = `${file} has md5 ${md5}, expected ${source.md5}: type npm run model:fetch to download it anew.`;
  throw new FetchError('wrong-checksum', message);
}

async function convert({ entry, shapes = convShapes() }: FetchOptions, weights: string): Promise<Uint8Array> {
  const onnx = encodeOnnx(vgg16Network(entry, await readKerasWeights(weights, shapes)));
  if (onnx.length !== entry.bytes) {
    throw new RangeError(`models/manifest.json: ${entry.id} has ${onnx.length} bytes, not ${entry.bytes}`);
  }
  const network = await openNetwork(entry, onnx);
  await network.close();
  return onnx;
}

async function putInPlace(
  disk: Disk,
  file: string,
  onnx: Uint8Array,
  downloaded: string | null,
): Promise<void> {
  const sha256 = createHash('sha256').update(onnx).digest('hex');
  const line = Buffer.from(`${sha256}  ${path.basename(file)}\n`);
  try {
    await rm(file, { force: true });
    await writeAtomically(disk, checksumFile(file), line);
    await writeAtomically(disk, file, onnx);
  } catch (error) {
    await rm(checksumFile(file), { force: true });
    throw error;
  } finally {
    if (downloaded) await rm(downloaded, { force: true });
  }
}
