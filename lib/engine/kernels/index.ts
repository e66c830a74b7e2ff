import { EngineInputError } from '../errors';
import type { Kernel, KernelName } from './kernel';
import { createScalarKernel } from './scalar';
import { createSimdKernel } from './simd';

/** Each call gives a kernel with a memory of its own. Without a name: SIMD where it runs, else scalar. */
export function createKernel(name?: KernelName): Kernel {
  const kernel = name === 'scalar' ? null : createSimdKernel();
  if (kernel) return kernel;
  if (name !== 'simd') return createScalarKernel();
  throw new EngineInputError(
    'bad-options',
    "kernel 'simd' is not available: this platform cannot run WebAssembly SIMD. Leave the option out.",
  );
}

/** Whether WebAssembly SIMD is what searches use here. */
export const simd = {
  get active(): boolean {
    return (fastest ??= createKernel().name) === 'simd';
  },
};

let fastest: KernelName | undefined;
