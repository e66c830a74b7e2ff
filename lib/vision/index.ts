/** Server door: pictures in, signatures out. The browser takes `preprocess`, `signature` and `manifest` instead. */
export { createExtractor, loadExtractor, type Extractor } from './extractor';
export { ModelError, PictureError, type ModelErrorCode, type PictureErrorCode } from './errors';
export { knownModel, knownModels, modelPresence, type KnownModel, type ModelPresence } from './known-models';
export { DEFAULT_MODEL_ID, modelEntry, models, type ModelEntry } from './manifest';
export { MAX_PICTURE_BYTES, MAX_PICTURE_PIXELS, refuseByLength } from './refusals';
export { checkHead, HEAD_BYTES } from './picture-head';
export { browserModel, openModelFile } from './model-download';
export type { BrowserModel, SentSignature } from './browser/types';
export { PICTURE_WIDTHS } from './picture-widths';
export { preparePicture, type PreparedPicture } from './prepare-picture';
export { rasterise } from './rasterise';
export { FILTERS, STORED_FILTERS, TOP_FILTERS, type Signature } from './signature';
