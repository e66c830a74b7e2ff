import { proxy, wrap, type Remote } from 'comlink';
import { BrowserFailure, valueOf, type Outcome } from './failure';
import { forgetChoice, rememberChoice, rememberedChoice } from './remembered-choice';
import type { Backend, BrowserModel, Comparison, Progress, Ready, Seen } from './types';
import type { VisionWorker } from './vision.worker';

/** The network in a worker of its own, so that the page answers while it works. */
export class BrowserVision {
  readonly #worker: Worker;
  readonly #remote: Remote<VisionWorker>;
  /** Rejects when the worker dies, or is ended: what it still owed will never come. */
  readonly #death: Promise<never>;
  #die: (failure: BrowserFailure) => void = () => {};

  private constructor(private readonly model: BrowserModel) {
    this.#worker = new Worker(new URL('./vision.worker.ts', import.meta.url), { type: 'module' });
    this.#remote = wrap<VisionWorker>(this.#worker);
    this.#death = new Promise((_, reject) => (this.#die = reject));
    // Nobody may be waiting at that moment.
    this.#death.catch(() => {});
    this.#worker.addEventListener('error', (event) => this.#end(event.message || 'the worker did not start'));
    this.#worker.addEventListener('messageerror', () => this.#end('an answer cannot be read'));
  }

  /**
   * Starts the worker and loads the network. Where the graphics card once proved faster it is used; should it fail now,
   * WebAssembly takes its place. Aborting ends the worker. @throws BrowserFailure
   */
  static async open(
    model: BrowserModel,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<{ readonly vision: BrowserVision; readonly ready: Ready }> {
    signal.throwIfAborted();
    if (typeof WebAssembly !== 'object') {
      throw new BrowserFailure('no-webassembly', 'this browser has no WebAssembly');
    }
    const backend = hasGraphics() ? (rememberedChoice(model) ?? 'wasm') : 'wasm';
    try {
      return await BrowserVision.#openOn(backend, model, onProgress, signal);
    } catch (error) {
      if (backend === 'wasm' || signal.aborted) throw error;
      forgetChoice();
      return BrowserVision.#openOn('wasm', model, onProgress, signal);
    }
  }

  static async #openOn(
    backend: Backend,
    model: BrowserModel,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<{ readonly vision: BrowserVision; readonly ready: Ready }> {
    if (typeof Worker !== 'function')
      throw new BrowserFailure('worker-crashed', 'this browser has no workers');
    const vision = new BrowserVision(model);
    signal.addEventListener('abort', () => vision.close(), { once: true });
    try {
      const ready = await vision.#ask(vision.#remote.open(model, backend, proxy(onProgress)));
      return { vision, ready };
    } catch (error) {
      vision.close();
      throw error;
    }
  }

  /** What the network sees in the picture; one after another, in the order asked. @throws BrowserFailure */
  see(picture: Blob): Promise<Seen> {
    return this.#ask(this.#remote.see(picture));
  }

  /**
   * Measures the graphics card against WebAssembly, where there is one that was not measured yet, and remembers which is
   * faster. Null where there is nothing to compare, or the card cannot run the network.
   */
  async compare(): Promise<Comparison | null> {
    if (!hasGraphics() || rememberedChoice(this.model) || !(await graphicsAnswer())) return null;
    try {
      const comparison = await this.#ask(this.#remote.compare());
      rememberChoice(this.model, comparison);
      return comparison;
    } catch (error) {
      if (error instanceof BrowserFailure && error.code === 'worker-crashed') throw error;
      rememberChoice(this.model, { wasmMs: 0, webgpuMs: Infinity, chosen: 'wasm' });
      return null;
    }
  }

  /** Ends the worker, whatever it does. */
  close(): void {
    this.#end('it was ended');
  }

  async #ask<T>(answer: Promise<Outcome<T>>): Promise<T> {
    return valueOf(await Promise.race([answer, this.#death]));
  }

  #end(detail: string): void {
    this.#worker.terminate();
    this.#die(new BrowserFailure('worker-crashed', detail));
  }
}

interface Graphics {
  requestAdapter(): Promise<object | null>;
}

function graphics(): Graphics | undefined {
  return (navigator as { gpu?: Graphics }).gpu;
}

function hasGraphics(): boolean {
  return graphics() !== undefined;
}

/** Asked once: browsers that have none complain each time. */
let answer: Promise<boolean> | null = null;

function graphicsAnswer(): Promise<boolean> {
  return (answer ??= askForGraphics());
}

async function askForGraphics(): Promise<boolean> {
  try {
    return Boolean(await graphics()?.requestAdapter());
  } catch {
    return false;
  }
}
