import type { BootedIndex } from '@/lib/catalogue/boot-index';
import { messageOf } from '@/lib/errors';

/** Why an index is made anew while the former one answers. */
export type ReplacementReason = 'rebuild' | 'model-change';

/** Makes the index, and ends with an error when told to end. Told the share that is done, 0 … 1. */
export type MakeIndex = (signal: AbortSignal, onProgress: (fraction: number) => void) => Promise<BootedIndex>;

/** An index in the making, beside the one that answers. It begins at once. */
export class IndexReplacement {
  #fraction = 0;
  #made: BootedIndex | null = null;
  #error: string | undefined;
  #failedAt = 0;
  readonly #abort = new AbortController();
  /** Resolves when nothing of it runs any more; never fails. */
  readonly ended: Promise<void>;

  /** @param onEnd called when it is whole or has failed; not when it was cancelled */
  constructor(
    readonly reason: ReplacementReason,
    readonly modelId: string,
    make: MakeIndex,
    onEnd: () => void,
  ) {
    const { signal } = this.#abort;
    this.ended = make(signal, (fraction) => (this.#fraction = fraction)).then(
      (made) => {
        this.#made = made;
        if (!signal.aborted) onEnd();
      },
      (error: unknown) => {
        this.#error = messageOf(error);
        this.#failedAt = performance.now();
        if (!signal.aborted) onEnd();
      },
    );
  }

  /** The index, once it is whole. */
  get made(): BootedIndex | null {
    return this.#made;
  }

  get fraction(): number {
    return this.#fraction;
  }

  /** What went wrong, if it has failed. */
  get error(): string | undefined {
    return this.#error;
  }

  /** Milliseconds since it failed. */
  get failedFor(): number {
    return performance.now() - this.#failedAt;
  }

  /** Ends the making as soon as it can be ended. */
  cancel(): void {
    this.#abort.abort(new Error('The index in the making is not wanted any more.'));
  }
}
