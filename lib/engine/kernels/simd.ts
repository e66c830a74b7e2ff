import { KERNEL_BASE64 } from '../wasm/binary';
import type { Kernel } from './kernel';

type Exports = Omit<Kernel, 'name' | 'memory'>;

/** The WebAssembly kernel, or null where the platform has no WebAssembly SIMD (or forbids compiling). */
export function createSimdKernel(): Kernel | null {
  const compiled = compiledModule();
  if (!compiled) return null;
  const memory = new WebAssembly.Memory({ initial: 1 });
  const wasm = new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Exports;
  return {
    name: 'simd',
    memory,
    and: wasm.and,
    andFour: wasm.andFour,
    andNot: wasm.andNot,
    or: wasm.or,
    collect: wasm.collect,
    best: wasm.best,
    ones: wasm.ones,
    intersection: wasm.intersection,
    dot: wasm.dot,
    minHash: wasm.minHash,
  };
}

let cached: WebAssembly.Module | null | undefined;

/** Compiled once. Synchronously: browsers allow that on the main thread for modules of up to 4 KiB, which this is. */
function compiledModule(): WebAssembly.Module | null {
  if (cached === undefined) cached = compile();
  return cached;
}

function compile(): WebAssembly.Module | null {
  if (typeof WebAssembly !== 'object') return null;
  try {
    return new WebAssembly.Module(Uint8Array.from(atob(KERNEL_BASE64), (char) => char.charCodeAt(0)));
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) return null;
    throw error;
  }
}
