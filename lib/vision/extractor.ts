import { Batches } from './batches';
import { decodePixels } from './decode';
import { PictureError } from './errors';
import { knownModel } from './known-models';
import { DEFAULT_MODEL_ID, type ModelEntry } from './manifest';
import { modelsFolder, readModelFile } from './model-file';
import type { Network } from './network';
import { openNetwork } from './onnx-node';
import { preprocess } from './preprocess';
import { signatureOf, type Signature } from './signature';
import { Turns } from './turns';

/** Pictures per run of the network: more gains nothing and keeps the process busy longer (`npm run bench:vision`). */
const BATCH = 4;
/** Decoded while the network works on the batch before. */
const IN_FLIGHT = 2 * BATCH;
/** Sharp reduces each side to so many times the network's, then `squash` does the rest. */
const DRAFT = 2;

export interface Extractor {
  readonly modelId: string;
  /**
   * Encoded pictures → signatures, in the same order. Any number of pictures; calls may overlap.
   * Throws `PictureError` (with `index`) for the first picture that cannot be used; nothing is returned then.
   */
  extract(pictures: readonly Uint8Array[]): Promise<Signature[]>;
  /** The same as far as the network goes: 25,088 values per picture, of which `signatureOf` makes a signature. */
  activations(pictures: readonly Uint8Array[]): Promise<Float32Array[]>;
}

/**
 * The extractor of a model, loaded and warmed once per process. Without an argument the model is `MODEL_ID` of the
 * environment, else the built-in one. Throws `ModelError`; a later call then tries anew.
 */
export function loadExtractor(modelId = process.env.MODEL_ID || DEFAULT_MODEL_ID): Promise<Extractor> {
  const loaded = extractors();
  const known = loaded.get(modelId);
  if (known) return known;
  const loading = openExtractor(modelId);
  loaded.set(modelId, loading);
  loading.catch(() => loaded.delete(modelId));
  return loading;
}

/** An extractor of one's own, for models outside the manifest. */
export async function createExtractor(entry: ModelEntry, folder = modelsFolder()): Promise<Extractor> {
  const network = await openNetwork(entry, await readModelFile(entry, folder));
  return new NetworkExtractor(entry, network);
}

class NetworkExtractor implements Extractor {
  readonly modelId: string;
  readonly #entry: ModelEntry;
  readonly #turns = new Turns(IN_FLIGHT);
  readonly #batches: Batches<Float32Array, Float32Array>;

  constructor(entry: ModelEntry, network: Network) {
    this.modelId = entry.id;
    this.#entry = entry;
    this.#batches = new Batches(BATCH, (pictures) => network.run(pictures));
  }

  extract(pictures: readonly Uint8Array[]): Promise<Signature[]> {
    return this.#each(pictures, async (bytes) => signatureOf(this.modelId, await this.#activation(bytes)));
  }

  activations(pictures: readonly Uint8Array[]): Promise<Float32Array[]> {
    return this.#each(pictures, (bytes) => this.#activation(bytes));
  }

  async #each<T>(pictures: readonly Uint8Array[], work: (bytes: Uint8Array) => Promise<T>): Promise<T[]> {
    const call = new AbortController();
    const one = async (bytes: Uint8Array, index: number) => {
      try {
        return await this.#turns.use(() => {
          call.signal.throwIfAborted();
          return work(bytes);
        });
      } catch (error) {
        call.abort(error);
        throw numbered(error, index);
      }
    };
    return Promise.all(pictures.map(one));
  }

  async #activation(bytes: Uint8Array): Promise<Float32Array> {
    const pixels = await decodePixels(bytes, DRAFT * this.#entry.input.size);
    return this.#batches.submit(preprocess(pixels, this.#entry.input));
  }
}

function numbered(error: unknown, index: number): unknown {
  if (!(error instanceof PictureError)) return error;
  return new PictureError(error.code, error.message, { cause: error.cause, index });
}

async function openExtractor(modelId: string): Promise<Extractor> {
  const { entry, folder } = knownModel(modelId);
  return createExtractor(entry, folder);
}

/** A module may be bundled several times, so a module's variable is not one per process. */
function extractors(): Map<string, Promise<Extractor>> {
  const holder = globalThis as typeof globalThis & { dalmaExtractors?: Map<string, Promise<Extractor>> };
  return (holder.dalmaExtractors ??= new Map());
}
