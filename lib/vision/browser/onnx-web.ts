import type { InferenceSession } from 'onnxruntime-web';
import type { Network } from '../network';
import { ACTIVATION_LENGTH } from '../signature';
import { BrowserFailure, failureOf } from './failure';
import { loadRuntime } from './runtime';
import type { Backend, BrowserModel } from './types';

/**
 * Loads the network into the browser, by WebAssembly or on the graphics card. It takes one picture at a time, and one
 * call at a time: onnxruntime-web runs nothing concurrently.
 * @throws BrowserFailure
 */
export async function openNetwork(
  model: Pick<BrowserModel, 'input' | 'output'>,
  onnx: Uint8Array,
  backend: Backend,
): Promise<Network> {
  const runtime = await loadRuntime(backend);
  const session = await createSession(runtime, onnx, backend);
  const { name, size } = model.input;
  const one = async (picture: Float32Array): Promise<Float32Array> => {
    const fed = new runtime.Tensor('float32', picture, [1, 3, size, size]);
    return activationOf(await session.run({ [name]: fed }, [model.output]), model.output);
  };
  return {
    run: async (pictures) => {
      const activations: Float32Array[] = [];
      for (const picture of pictures) activations.push(await one(picture));
      return activations;
    },
    close: () => session.release(),
  };
}

async function createSession(
  { InferenceSession }: Awaited<ReturnType<typeof loadRuntime>>,
  onnx: Uint8Array,
  backend: Backend,
): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(onnx, { executionProviders: [backend], logSeverityLevel: 3 });
  } catch (error) {
    throw failureOf(error, isMissingFile(error) ? 'runtime-missing' : 'model-unreadable');
  }
}

/** The runtime fetches its WebAssembly only now. */
function isMissingFile(error: unknown): boolean {
  return error instanceof Error && /no available backend|fetch|dynamically imported/i.test(error.message);
}

/** A copy: the runtime's own memory is used again for the next picture. */
function activationOf(outputs: InferenceSession.ReturnType, output: string): Float32Array {
  const data = outputs[output]?.data;
  if (data instanceof Float32Array && data.length === ACTIVATION_LENGTH) return data.slice();
  throw new BrowserFailure('model-unreadable', `the network gives no ${ACTIVATION_LENGTH} numbers`);
}
