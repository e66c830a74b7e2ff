/** The search engine: bits in, picture ids out. */
export { BitwiseIndex } from './bitwise-index';
export { checksum } from './checksum';
export { EngineInputError, type EngineInputCode, SnapshotError, type SnapshotErrorCode } from './errors';
export { ExhaustiveIndex } from './exhaustive-index';
export { simd } from './kernels';
export type { KernelName } from './kernels/kernel';
export { MinHashIndex } from './minhash-index';
export type { MinHashOptions } from './minhash-family';
export { rankByBoth, rankByIntensities, rankByJaccard } from './ranking';
export {
  type Candidate,
  type Entry,
  FEATURE_BYTES,
  type FetchCandidates,
  FILTERS,
  INTENSITY_BYTES,
  type IntensityCandidate,
  type IndexMemory,
  type Match,
  MOST_TOP_FILTERS,
  type NarrowMode,
  type NarrowOptions,
  type PictureIndex,
  type ShortlistedCandidate,
  type Signature,
  TOP_FILTERS,
  type Where,
} from './types';
