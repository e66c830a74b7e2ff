import { EngineInputError } from '../errors';
import type { Kernel, KernelName } from './kernel';
import { createScalarKernel } from './scalar';
import { createSimdKernel } from './simd';

/** Each call gives a kernel with a memory of its own. Without a name: SIMD where it runs, else scalar. */
export function createKernel(name?: KernelName): Kernel {
  if (name === 'scalar') return createScalarKernel();
  const kernel = createSimdKernel();
  if (kernel) return kernel;
  if (name === undefined) return createScalarKernel();
  throw new EngineInputError(
    'bad-options',
    `kernel '${name}' is not available here: this platform has no WebAssembly SIMD. Leave the kernel out.`,
  );
}

/** Whether the WebAssembly SIMD kernel is the one in use. */
export const simd = {
  get active(): boolean {
    return createKernelName() === 'simd';
  },
};

let name: KernelName | undefined;

function createKernelName(): KernelName {
  name ??= createKernel().name;
  return name;
}
