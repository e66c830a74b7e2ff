import { availableParallelism } from 'node:os';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { ModelError } from './errors';
import { repairCommand, type ModelEntry } from './manifest';
import type { Network } from './network';

/**
 * Loads an ONNX model, runs it once on an empty picture, and checks that it takes and gives what the manifest
 * says. As many threads as the machine lends us. Throws `ModelError` `unreadable`, `wrong-input` or `wrong-output`.
 */
export async function openNetwork(entry: ModelEntry, onnx: Uint8Array): Promise<Network> {
  const session = await createSession(entry, onnx);
  checkNames(entry, session);
  const network: Network = {
    run: (pictures) => runSession(entry, session, pictures),
    close: () => session.release(),
  };
  await network.run([new Float32Array(3 * entry.input.size ** 2)]);
  return network;
}

async function createSession(entry: ModelEntry, onnx: Uint8Array): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(onnx, {
      intraOpNumThreads: availableParallelism(),
      interOpNumThreads: 1,
      executionMode: 'sequential',
      logSeverityLevel: 3,
    });
  } catch (cause) {
    throw refusal(entry, 'unreadable', 'cannot be loaded as ONNX', cause);
  }
}

function checkNames(entry: ModelEntry, session: InferenceSession): void {
  const { input, output } = entry;
  if (session.inputNames.length !== 1 || session.inputNames[0] !== input.name) {
    throw refusal(
      entry,
      'wrong-input',
      `reads "${session.inputNames.join('", "')}", expected "${input.name}"`,
    );
  }
  if (!session.outputNames.includes(output.name)) {
    throw refusal(
      entry,
      'wrong-output',
      `gives "${session.outputNames.join('", "')}", expected "${output.name}"`,
    );
  }
}

async function runSession(
  entry: ModelEntry,
  session: InferenceSession,
  pictures: readonly Float32Array[],
): Promise<Float32Array[]> {
  const { input, output } = entry;
  const fed = new Tensor('float32', joined(pictures), [pictures.length, 3, input.size, input.size]);
  const given = await feed(entry, session, fed);
  const wanted = [pictures.length, ...output.shape].join('×');
  const found = given?.dims.join('×');
  if (!(given?.data instanceof Float32Array) || found !== wanted) {
    throw refusal(entry, 'wrong-output', `gives ${given?.type} ${found}, expected float32 ${wanted}`);
  }
  const { data } = given;
  const length = data.length / pictures.length;
  return pictures.map((_, i) => data.subarray(i * length, (i + 1) * length));
}

async function feed(entry: ModelEntry, session: InferenceSession, fed: Tensor): Promise<Tensor | undefined> {
  try {
    const outputs = await session.run({ [entry.input.name]: fed }, [entry.output.name]);
    return outputs[entry.output.name];
  } catch (cause) {
    throw refusal(entry, 'wrong-input', `does not take float32 ${fed.dims.join('×')}`, cause);
  }
}

function joined(pictures: readonly Float32Array[]): Float32Array {
  const [first] = pictures;
  if (first && pictures.length === 1) return first;
  const all = new Float32Array(pictures.reduce((length, picture) => length + picture.length, 0));
  let position = 0;
  for (const picture of pictures) {
    all.set(picture, position);
    position += picture.length;
  }
  return all;
}

function refusal(entry: ModelEntry, code: ModelError['code'], fault: string, cause?: unknown): ModelError {
  const message = `The file models/${entry.file} of model ${entry.id} ${fault}: type ${repairCommand(entry)}`;
  return new ModelError(code, message, { cause });
}
