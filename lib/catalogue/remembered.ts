const REMEMBERED_MS = 60_000;
const MOST_KEYS = 500;

/**
 * Values that are dear to compute and may be a minute old: the first caller waits, later ones get the last value at
 * once while a stale one is computed anew behind their backs. A failed computation is not remembered.
 */
export class Remembered<T> {
  readonly #values = new Map<string, { value: Promise<T>; madeAt: number; renewing: boolean }>();

  constructor(private readonly now: () => number = Date.now) {}

  has(key: string): boolean {
    return this.#values.has(key);
  }

  get(key: string, compute: () => Promise<T>): Promise<T> {
    const known = this.#values.get(key);
    if (!known) return this.#keep(key, compute());
    if (this.now() - known.madeAt > REMEMBERED_MS && !known.renewing) {
      known.renewing = true;
      compute().then(
        (value) => this.#keep(key, Promise.resolve(value)),
        () => (known.renewing = false),
      );
    }
    return known.value;
  }

  #keep(key: string, value: Promise<T>): Promise<T> {
    if (this.#values.size >= MOST_KEYS) this.#values.delete(this.#values.keys().next().value ?? key);
    this.#values.set(key, { value, madeAt: this.now(), renewing: false });
    value.catch(() => this.#values.delete(key));
    return value;
  }
}
