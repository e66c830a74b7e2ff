import { modelInUse } from '@/lib/catalogue/model-in-use';
import { storePicture, type PictureFiles } from '@/lib/catalogue/store-picture';
import { encodeTopFilters } from '@/lib/catalogue/top-filters';
import { CallerError } from '@/lib/errors';
import {
  loadExtractor,
  PictureError,
  preparePicture,
  type PreparedPicture,
  type Signature,
} from '@/lib/vision';

/** A picture whose files are stored and whose signature is known: what remains is to write its rows. */
export interface ReadyPicture extends PictureFiles {
  readonly width: number;
  readonly height: number;
  readonly placeholder: string;
  readonly modelId: string;
  readonly topFilters: Uint8Array;
  readonly featureBits: Uint8Array;
  readonly intensityBytes: Uint8Array;
}

/**
 * Checks, re-encodes, stores and describes pictures: all that is slow or can be refused, before any transaction. Files
 * are named by their content, so those of a registration that fails later are in nobody's way.
 * @throws CallerError naming the picture (1 is the first) that cannot be used
 */
export async function readyPictures(pictures: readonly Uint8Array[]): Promise<ReadyPicture[]> {
  const extractor = await loadExtractor(await modelInUse());
  const [signatures, prepared] = await Promise.all([
    extractor.extract(pictures).catch(refuse),
    Promise.all(pictures.map((bytes, index) => preparePicture(bytes).catch((error) => refuse(error, index)))),
  ]);
  await Promise.all(prepared.map(storePicture));
  return prepared.map((picture, i) => toReady(picture, signatures[i]));
}

function toReady(
  { sha256, sizes, width, height, placeholder }: PreparedPicture,
  signature?: Signature,
): ReadyPicture {
  if (!signature) throw new Error('The extractor gave fewer signatures than it got pictures.');
  const { modelId, topFilters, featureBits, intensityBytes } = signature;
  return {
    sha256,
    sizes,
    width,
    height,
    placeholder,
    modelId,
    topFilters: encodeTopFilters(topFilters),
    featureBits,
    intensityBytes,
  };
}

function refuse(error: unknown, index?: number): never {
  if (!(error instanceof PictureError)) throw error;
  const number = (error.index ?? index ?? 0) + 1;
  throw new CallerError('invalid-input', `Picture ${number} cannot be used. ${error.message}`, {
    cause: error,
  });
}
