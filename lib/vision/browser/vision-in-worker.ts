import { PictureError } from '../errors';
import type { Network } from '../network';
import { preprocess } from '../preprocess';
import { signatureOf, type Signature } from '../signature';
import { toBase64 } from './base64';
import { decodePixels } from './decode';
import { downloadModel } from './download-model';
import { BrowserFailure, failureOf } from './failure';
import { openNetwork } from './onnx-web';
import { threadsHere } from './runtime';
import type { Backend, BrowserModel, Comparison, Progress, Ready, Seen, SentSignature } from './types';

/** The browser reduces each side to so many times the network's, then `squash` does the rest: the server's numbers. */
const DRAFT = 2;
/** Runs whose middle one is compared. */
const MEASURED_RUNS = 3;
/** The graphics card is chosen when it needs less than this share of the time: a near tie is not worth its download. */
const CLEARLY_FASTER = 0.8;

/** What the worker has loaded. Calls must not overlap. */
export class VisionInWorker {
  private constructor(
    private readonly model: BrowserModel,
    private readonly onnx: Uint8Array,
    private network: Network,
    readonly ready: Ready,
  ) {}

  /** Downloads the network, loads it and runs it twice on an empty picture. @throws BrowserFailure */
  static async open(
    model: BrowserModel,
    backend: Backend,
    onProgress: (progress: Progress) => void,
  ): Promise<VisionInWorker> {
    const [{ bytes, kept }, downloadMs] = await timed(() => downloadModel(model, onProgress));
    const [network, loadMs] = await timed(() => openNetwork(model, bytes, backend));
    const [, firstRunMs] = await timed(() => network.run([emptyPicture(model)]));
    const [, warmRunMs] = await timed(() => network.run([emptyPicture(model)]));
    const threads = backend === 'wasm' ? threadsHere() : 1;
    const ready = { backend, threads, kept, downloadMs, loadMs, firstRunMs, warmRunMs };
    return new VisionInWorker(model, bytes, network, ready);
  }

  /** What the network sees in the picture. @throws BrowserFailure */
  async see(picture: Blob): Promise<Seen> {
    const { input, id } = this.model;
    const [fed, decodeMs] = await timed(async () =>
      preprocess(await decodePixels(picture, DRAFT * input.size), input),
    );
    const [[activation], runMs] = await timed(() => this.network.run([fed]));
    if (!activation) throw new BrowserFailure('model-unreadable', 'the network gave nothing');
    const signature = describe(id, activation);
    return {
      signature: sent(signature),
      intensities: signature.intensities,
      activation,
      decodeMs,
      runMs,
    };
  }

  /**
   * Runs the network on the graphics card as well, and from now on where it is clearly faster.
   * @throws BrowserFailure where the card cannot run it
   */
  async compare(): Promise<Comparison> {
    const card = await openNetwork(this.model, this.onnx, 'webgpu');
    const wasmMs = await this.#measure(this.network);
    const webgpuMs = await this.#measure(card);
    const faster = webgpuMs < CLEARLY_FASTER * wasmMs;
    const slower = faster ? this.network : card;
    if (faster) this.network = card;
    await slower.close();
    return { wasmMs, webgpuMs, chosen: faster ? 'webgpu' : 'wasm' };
  }

  async #measure(network: Network): Promise<number> {
    const times: number[] = [];
    for (let run = -1; run < MEASURED_RUNS; run++) {
      const [, ms] = await timed(() => network.run([emptyPicture(this.model)]));
      if (run >= 0) times.push(ms);
    }
    return times.sort((a, b) => a - b)[MEASURED_RUNS >> 1]!;
  }
}

function emptyPicture({ input }: BrowserModel): Float32Array {
  return new Float32Array(3 * input.size ** 2);
}

function describe(modelId: string, activation: Float32Array): Signature {
  try {
    return signatureOf(modelId, activation);
  } catch (error) {
    throw failureOf(error, error instanceof PictureError ? 'no-activation' : 'model-unreadable');
  }
}

function sent({ modelId, topFilters, featureBits, intensityBytes }: Signature): SentSignature {
  return {
    modelId,
    topFilters: [...topFilters],
    featureBits: toBase64(featureBits),
    intensityBytes: toBase64(intensityBytes),
  };
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = performance.now();
  const value = await work();
  return [value, performance.now() - start];
}
