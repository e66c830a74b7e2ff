import { closeSync, openSync, readSync, renameSync, statSync, writeSync } from 'node:fs';
import { InferenceSession, Tensor } from 'onnxruntime-node';

/**
 * Runs a reference network over a file of decoded pictures and keeps its features, for distillation.
 *
 * tsx scripts/training/teacher-features.ts NETWORK.onnx PICTURES.u8 FEATURES.f32
 *
 * The pictures are 224×224×3 bytes each, as models/training keeps them. The network's first input is
 * [n, 3, 224, 224], each value (byte − 128) / 127; its output `feat` is written as float32, one row a picture.
 */
const SIDE = 224;
const PICTURE_BYTES = SIDE * SIDE * 3;
const BATCH = 8;

const [networkFile, picturesFile, featuresFile] = process.argv.slice(2);
if (!networkFile || !picturesFile || !featuresFile) {
  console.error('Usage: tsx scripts/training/teacher-features.ts NETWORK.onnx PICTURES.u8 FEATURES.f32');
  process.exit(2);
}
await writeFeatures(networkFile, picturesFile, featuresFile);

/** The finished file appears in one step; a broken run leaves only a `.part`. */
async function writeFeatures(networkPath: string, picturesPath: string, featuresPath: string): Promise<void> {
  const session = await InferenceSession.create(networkPath, { intraOpNumThreads: 2 });
  const count = statSync(picturesPath).size / PICTURE_BYTES;
  const pictures = openSync(picturesPath, 'r');
  const features = openSync(`${featuresPath}.part`, 'w');
  for (let first = 0; first < count; first += BATCH) {
    const rows = Math.min(BATCH, count - first);
    const values = await featuresOf(session, planes(readPictures(pictures, first, rows)), rows);
    writeSync(features, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    if (first % 1_000 === 0) console.error(`teacher: ${first} of ${count}`);
  }
  closeSync(pictures);
  closeSync(features);
  renameSync(`${featuresPath}.part`, featuresPath);
}

function readPictures(file: number, first: number, rows: number): Uint8Array {
  const bytes = new Uint8Array(rows * PICTURE_BYTES);
  const read = readSync(file, bytes, 0, bytes.length, first * PICTURE_BYTES);
  if (read !== bytes.length) throw new RangeError(`picture ${first} is cut off: ${read} bytes`);
  return bytes;
}

/** Rows of RGB pixels → planes. */
function planes(bytes: Uint8Array): Float32Array {
  const area = SIDE * SIDE;
  const out = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) {
    const pixel = Math.floor(i / 3);
    const picture = Math.floor(pixel / area);
    out[picture * PICTURE_BYTES + (i % 3) * area + (pixel % area)] = (bytes[i]! - 128) / 127;
  }
  return out;
}

async function featuresOf(
  session: InferenceSession,
  values: Float32Array,
  rows: number,
): Promise<Float32Array> {
  const input = new Tensor('float32', values, [rows, 3, SIDE, SIDE]);
  const output = await session.run({ [session.inputNames[0]!]: input }, ['feat']);
  const features = output['feat']?.data;
  if (features instanceof Float32Array) return features;
  throw new TypeError('the network has no float32 output `feat`');
}
