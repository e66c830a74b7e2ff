import { Arena } from './arena';
import { createKernel } from './kernels';
import { BITMAP_BYTES, type Kernel, type KernelName, SLOTS_PER_BLOCK } from './kernels/kernel';
import { checkNumber, refuse } from './validation';

export interface MinHashOptions {
  /** Length of a signature: a multiple of 4 and of `bands`. Default 500. */
  readonly hashes?: number;
  /** Bands a signature is cut into. Default 100. */
  readonly bands?: number;
  /** Chooses the hash functions. A 32-bit number, default 1. */
  readonly seed?: number;
  readonly kernel?: KernelName;
}

/** A seeded family of hash functions: from feature bits to one bucket key per band. */
export class MinHashFamily {
  readonly hashes: number;
  readonly bands: number;
  readonly seed: number;
  readonly #kernel: Kernel;
  readonly #arena: Arena;
  readonly #bits: number;
  readonly #positions: number;
  readonly #seeds: number;
  readonly #signature: number;

  constructor({ hashes = 500, bands = 100, seed = 1, kernel }: MinHashOptions) {
    if (!Number.isInteger(hashes) || hashes < 4 || hashes % 4 !== 0) {
      refuse('bad-options', `hashes is ${String(hashes)}: expected a multiple of 4.`);
    }
    if (!Number.isInteger(bands) || bands < 1 || hashes % bands !== 0) {
      refuse('bad-options', `bands is ${String(bands)}: expected a divisor of the ${hashes} hashes.`);
    }
    checkNumber(seed, 'seed');
    this.hashes = hashes;
    this.bands = bands;
    this.seed = seed;
    this.#kernel = createKernel(kernel);
    this.#arena = new Arena(this.#kernel.memory);
    this.#bits = this.#arena.allocate(BITMAP_BYTES);
    this.#positions = this.#arena.allocate(SLOTS_PER_BLOCK * 4);
    this.#seeds = this.#arena.allocate(hashes * 4);
    this.#signature = this.#arena.allocate(hashes * 4);
    this.#arena.words.set(seedsFrom(seed, hashes), this.#seeds >>> 2);
  }

  get options(): MinHashOptions {
    return { hashes: this.hashes, bands: this.bands, seed: this.seed };
  }

  /** One minimum per hash function; two pictures agree in each with the probability of their Jaccard similarity. */
  signature(featureBits: Uint8Array): Uint32Array {
    const n = this.#hash(featureBits);
    if (n === 0) refuse('bad-feature-bits', 'there is no bit set: an empty set has no signature.');
    return this.#lastSignature().slice();
  }

  /** The bucket key of each band; undefined for a picture without a bit, which is similar to none. */
  keys(featureBits: Uint8Array): Uint32Array | undefined {
    if (this.#hash(featureBits) === 0) return undefined;
    const signature = this.#lastSignature();
    const rows = this.hashes / this.bands;
    return Uint32Array.from({ length: this.bands }, (_, band) => {
      let key = 0x811c9dc5;
      for (let row = 0; row < rows; row++) key = Math.imul(key ^ signature[band * rows + row]!, 0x01000193);
      return key;
    });
  }

  /** Leaves the signature in memory and returns the number of bits set. */
  #hash(featureBits: Uint8Array): number {
    new Uint8Array(this.#kernel.memory.buffer).set(featureBits, this.#bits);
    const n = this.#kernel.collect(this.#bits, this.#positions);
    this.#kernel.minHash(this.#signature, this.#seeds, this.hashes, this.#positions, n);
    return n;
  }

  #lastSignature(): Uint32Array {
    return this.#arena.words.subarray(this.#signature >>> 2, (this.#signature >>> 2) + this.hashes);
  }
}

/** Well spread 32-bit numbers from one (the mixing step of MurmurHash3). */
function seedsFrom(seed: number, count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, i) => {
    let mixed = Math.imul(seed ^ (i + 1), 0x9e3779b1);
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return mixed ^ (mixed >>> 16);
  });
}
