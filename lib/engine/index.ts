/** The search engine: bits in, picture ids out. */
export { BitwiseIndex } from './bitwise-index';
export { EngineInputError, type EngineInputCode } from './errors';
export { ExhaustiveIndex } from './exhaustive-index';
export { simd } from './kernels';
export type { KernelName } from './kernels/kernel';
export { rankByJaccard } from './ranking';
export {
  type Candidate,
  type Entry,
  FEATURE_BYTES,
  FILTERS,
  type Match,
  MOST_TOP_FILTERS,
  type NarrowMode,
  type NarrowOptions,
  TOP_FILTERS,
  type Where,
} from './types';
