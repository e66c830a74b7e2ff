import type * as Runtime from 'onnxruntime-web';
import { BrowserFailure } from './failure';
import { RUNTIME_FOLDER, RUNTIME_VERSION } from './runtime-files';
import type { Backend } from './types';

/**
 * Loads onnxruntime-web as it is published, past the bundler: its threads start from its own file.
 * @throws BrowserFailure `no-webassembly`, or `runtime-missing` when its files cannot be had
 */
export async function loadRuntime(backend: Backend): Promise<typeof Runtime> {
  if (typeof WebAssembly !== 'object') {
    throw new BrowserFailure('no-webassembly', 'this browser has no WebAssembly');
  }
  const runtime = await importRuntime(backend);
  runtime.env.wasm.wasmPaths = new URL(RUNTIME_FOLDER, self.location.origin).href;
  runtime.env.wasm.numThreads = threadsHere();
  runtime.env.logLevel = 'error';
  return runtime;
}

/** Threads share memory, which browsers allow on isolated pages only. */
export function threadsHere(): number {
  return self.crossOriginIsolated ? Math.min(navigator.hardwareConcurrency, MOST_THREADS) : 1;
}

/** More threads wait for each other longer than they work on a picture of 224×224. */
const MOST_THREADS = 8;

async function importRuntime(backend: Backend): Promise<typeof Runtime> {
  try {
    return backend === 'wasm'
      ? await import(/* turbopackIgnore: true */ `/ort/${RUNTIME_VERSION}/ort.wasm.min.mjs`)
      : await import(/* turbopackIgnore: true */ `/ort/${RUNTIME_VERSION}/ort.webgpu.min.mjs`);
  } catch (cause) {
    throw new BrowserFailure('runtime-missing', `onnxruntime-web cannot be had from ${RUNTIME_FOLDER}`, {
      cause,
    });
  }
}
