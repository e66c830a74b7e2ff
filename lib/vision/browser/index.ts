/** Browser door: the shop's own network, run where the pictures are. */
export { BrowserVision } from './browser-vision';
export { BrowserFailure, FAILURE_CODES, type FailureCode } from './failure';
export { RUNTIME_FOLDER } from './runtime-files';
export type { Backend, BrowserModel, Comparison, Progress, Ready, Seen, SentSignature } from './types';
