const KNOWN_MS = 60_000;
const MOST = 100_000;

/**
 * Numbers of pictures that the database was asked about in vain, so that it is not asked the same at every search. All
 * are forgotten after a minute, in which they may have been described, and when they become too many.
 */
export class KnownAbsent {
  readonly #ids = new Set<number>();
  #since = 0;

  constructor(private readonly now: () => number = Date.now) {}

  has(imageId: number): boolean {
    this.#forget();
    return this.#ids.has(imageId);
  }

  add(imageIds: Iterable<number>): void {
    this.#forget();
    if (this.#ids.size === 0) this.#since = this.now();
    for (const id of imageIds) this.#ids.add(id);
  }

  #forget(): void {
    if (this.#ids.size === 0) return;
    if (this.#ids.size > MOST || this.now() - this.#since > KNOWN_MS) this.#ids.clear();
  }
}
