import type { ActionResult } from '@/lib/problem';
import type { PreviewMatches } from '@/lib/catalogue/types';
import {
  BrowserFailure,
  type BrowserModel,
  type BrowserVision,
  type Comparison,
  type FailureCode,
  type Progress,
  type Ready,
  type Seen,
  type SentSignature,
} from '@/lib/vision/browser';

/** A picture that was chosen and is not uploaded yet, or no matter whether. */
export interface PreviewPicture {
  /** The same for as long as it is the same file. */
  readonly key: string;
  readonly file: Blob;
  readonly name: string;
}

export type FindSimilar = (signature: SentSignature) => Promise<ActionResult<PreviewMatches>>;

export type NetworkState =
  | { readonly state: 'loading'; readonly progress: Progress | null }
  | { readonly state: 'ready'; readonly ready: Ready; readonly comparison: Comparison | null }
  | { readonly state: 'failed'; readonly code: FailureCode };

export type Sight =
  | { readonly state: 'waiting' }
  | { readonly state: 'seen'; readonly seen: Seen; readonly matches: Matches }
  | { readonly state: 'failed'; readonly code: FailureCode };

/** What the server found by the signature. */
export type Matches =
  | { readonly state: 'asking' }
  | { readonly state: 'found'; readonly matches: PreviewMatches }
  | { readonly state: 'failed'; readonly code: string };

export interface PreviewState {
  readonly network: NetworkState;
  /** By the key of the picture. */
  readonly sights: ReadonlyMap<string, Sight>;
}

/** Starts the network; in a test something else. */
export type OpenVision = (
  model: BrowserModel,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
) => Promise<{ readonly vision: Pick<BrowserVision, 'see' | 'compare' | 'close'>; readonly ready: Ready }>;

type Vision = Awaited<ReturnType<OpenVision>>['vision'];

const WAITING: Sight = { state: 'waiting' };
const LOADING: NetworkState = { state: 'loading', progress: null };

/**
 * The network and what it sees in the pictures chosen, one after another. A picture that is taken away is not looked at
 * any more; nothing is asked twice. Outside of React, which only shows the state.
 */
export class PreviewSession {
  #state: PreviewState = { network: LOADING, sights: new Map() };
  #pictures: readonly PreviewPicture[] = [];
  #vision: Vision | null = null;
  #life: AbortController | null = null;
  #working = false;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly model: BrowserModel,
    private readonly openVision: OpenVision,
    private readonly findSimilar: FindSimilar,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getState = (): PreviewState => this.#state;

  /** Loads the network, anew if it was loaded or has failed; pictures that could not be read are tried again. */
  async start(): Promise<void> {
    this.close();
    const life = (this.#life = new AbortController());
    this.#say({
      network: LOADING,
      sights: this.#sightsOf((sight) => (sight.state === 'failed' ? WAITING : sight)),
    });
    try {
      const { vision, ready } = await this.openVision(this.model, this.#progress(life.signal), life.signal);
      if (life.signal.aborted) return vision.close();
      this.#vision = vision;
      this.#say({ network: { state: 'ready', ready, comparison: null } });
      await this.#work();
    } catch (error) {
      if (!life.signal.aborted) this.#failNetwork(error);
    }
  }

  /** Ends the network, whatever it does. What was seen stays. */
  close(): void {
    this.#life?.abort();
    this.#vision?.close();
    this.#vision = null;
  }

  /** The pictures as they are now chosen. */
  async show(pictures: readonly PreviewPicture[]): Promise<void> {
    this.#pictures = pictures;
    this.#say({ sights: this.#sightsOf((sight) => sight) });
    await this.#work();
  }

  /** Asks again what the picture would be shown next to. */
  async askAgain(key: string): Promise<void> {
    const sight = this.#state.sights.get(key);
    if (sight?.state === 'seen') await this.#ask(key, sight.seen);
  }

  #progress(signal: AbortSignal) {
    return (progress: Progress) => {
      if (!signal.aborted) this.#say({ network: { state: 'loading', progress } });
    };
  }

  /** One loop at a time: a call while it runs adds to what it finds waiting. */
  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    try {
      for (let next; this.#vision && (next = this.#nextWaiting());) await this.#see(this.#vision, next);
    } finally {
      this.#working = false;
    }
    if (this.#vision && this.#state.sights.size > 0) await this.#compare(this.#vision);
  }

  #nextWaiting(): PreviewPicture | undefined {
    return this.#pictures.find(({ key }) => this.#state.sights.get(key)?.state === 'waiting');
  }

  async #see(vision: Vision, { key, file }: PreviewPicture): Promise<void> {
    try {
      const seen = await vision.see(file);
      void this.#ask(key, seen);
    } catch (error) {
      if (vision !== this.#vision) return;
      const code = codeOf(error);
      if (OF_THE_PICTURE.has(code)) return this.#sight(key, { state: 'failed', code });
      this.close();
      this.#failNetwork(error);
    }
  }

  async #ask(key: string, seen: Seen): Promise<void> {
    this.#sight(key, { state: 'seen', seen, matches: { state: 'asking' } });
    const matches = await this.#matchesOf(seen.signature);
    this.#sight(key, { state: 'seen', seen, matches });
  }

  async #matchesOf(signature: SentSignature): Promise<Matches> {
    try {
      const answer = await this.findSimilar(signature);
      return answer.ok ? { state: 'found', matches: answer } : { state: 'failed', code: answer.error.code };
    } catch {
      return { state: 'failed', code: 'unreachable' };
    }
  }

  async #compare(vision: Vision): Promise<void> {
    const comparison = await vision.compare().catch(() => null);
    const { network } = this.#state;
    if (!comparison || network.state !== 'ready' || vision !== this.#vision) return;
    this.#say({ network: { ...network, comparison } });
  }

  #failNetwork(error: unknown): void {
    this.#say({ network: { state: 'failed', code: codeOf(error) } });
  }

  /** Said only of a picture that is still chosen. */
  #sight(key: string, sight: Sight): void {
    if (!this.#state.sights.has(key)) return;
    this.#say({ sights: new Map(this.#state.sights).set(key, sight) });
  }

  #sightsOf(then: (sight: Sight) => Sight): ReadonlyMap<string, Sight> {
    const { sights } = this.#state;
    return new Map(this.#pictures.map(({ key }) => [key, then(sights.get(key) ?? WAITING)]));
  }

  #say(news: Partial<PreviewState>): void {
    this.#state = { ...this.#state, ...news };
    this.#listeners.forEach((listener) => listener());
  }
}

/** Failures of one picture, after which the network goes on. */
const OF_THE_PICTURE: ReadonlySet<FailureCode> = new Set(['picture-unreadable', 'no-activation']);

function codeOf(error: unknown): FailureCode {
  return error instanceof BrowserFailure ? error.code : 'unexpected';
}
