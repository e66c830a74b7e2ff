/**
 * A map from 32-bit numbers to numbers below 2³²−1: open addressing with linear probing, twice a power of two of
 * words. JavaScript's own Map takes about 40 bytes per entry and ends at 2²⁴ entries; this one takes 11 to 21.
 */
export class NumberMap {
  #size = 0;
  #bits = 4;
  #keys = new Uint32Array(16);
  /** Value + 1; 0 marks an empty place. */
  #values = new Uint32Array(16);

  get size(): number {
    return this.#size;
  }

  /** The value of `key`, or -1. */
  get(key: number): number {
    return this.#values[this.#find(key)]! - 1;
  }

  set(key: number, value: number): void {
    const at = this.#find(key);
    if (this.#values[at] === 0 && ++this.#size > this.#keys.length * 0.75) {
      this.#grow();
      this.#put(this.#find(key), key, value);
    } else {
      this.#put(at, key, value);
    }
  }

  /** Takes `key` out and moves later keys of its run back, so that no search stops short. */
  delete(key: number): boolean {
    let hole = this.#find(key);
    if (this.#values[hole] === 0) return false;
    const mask = this.#keys.length - 1;
    for (let at = (hole + 1) & mask; this.#values[at] !== 0; at = (at + 1) & mask) {
      const home = this.#home(this.#keys[at]!);
      if (((at - home) & mask) >= ((at - hole) & mask)) {
        this.#keys[hole] = this.#keys[at]!;
        this.#values[hole] = this.#values[at]!;
        hole = at;
      }
    }
    this.#values[hole] = 0;
    this.#size--;
    return true;
  }

  /** Fibonacci hashing: the upper bits of the product are well mixed even for consecutive keys. */
  #home(key: number): number {
    return Math.imul(key, 0x9e3779b1) >>> (32 - this.#bits);
  }

  #find(key: number): number {
    const mask = this.#keys.length - 1;
    let at = this.#home(key);
    while (this.#values[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  #put(at: number, key: number, value: number): void {
    this.#keys[at] = key;
    this.#values[at] = value + 1;
  }

  #grow(): void {
    const keys = this.#keys;
    const values = this.#values;
    this.#bits++;
    this.#keys = new Uint32Array(keys.length * 2);
    this.#values = new Uint32Array(keys.length * 2);
    for (let at = 0; at < keys.length; at++) {
      if (values[at] !== 0) this.#put(this.#find(keys[at]!), keys[at]!, values[at]! - 1);
    }
  }
}
