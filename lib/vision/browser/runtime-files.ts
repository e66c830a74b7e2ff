/** The installed version of onnxruntime-web: a test holds it to that. Part of the address, so that no old copy is served. */
export const RUNTIME_VERSION = '1.30.0';

/** Where the build copies the runtime to, as browsers see it. */
export const RUNTIME_FOLDER = `/ort/${RUNTIME_VERSION}/`;

/** What the build copies: for WebAssembly, and for the graphics card. */
export const RUNTIME_FILES = {
  wasm: ['ort.wasm.min.mjs', 'ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'],
  webgpu: [
    'ort.webgpu.min.mjs',
    'ort-wasm-simd-threaded.asyncify.mjs',
    'ort-wasm-simd-threaded.asyncify.wasm',
  ],
} as const;
