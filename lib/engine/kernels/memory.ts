/** What the kernels work in. A `WebAssembly.Memory` is one. */
export interface EngineMemory {
  /** Replaced by every `grow`: make views after it, never keep them across it. */
  readonly buffer: ArrayBufferLike;
  /** Appends zeroed pages; throws a RangeError when there is no more. */
  grow(pages: number): number;
}

export const PAGE_BYTES = 65_536;

/** WebAssembly memory grows in place; without WebAssembly, a buffer that is copied when it grows. */
export function createMemory(): EngineMemory {
  return typeof WebAssembly === 'object' ? new WebAssembly.Memory({ initial: 1 }) : new CopiedMemory();
}

export class CopiedMemory implements EngineMemory {
  buffer = new ArrayBuffer(PAGE_BYTES);

  grow(pages: number): number {
    const before = this.buffer.byteLength;
    const grown = new ArrayBuffer(before + pages * PAGE_BYTES);
    new Uint8Array(grown).set(new Uint8Array(this.buffer));
    this.buffer = grown;
    return before / PAGE_BYTES;
  }
}

/** The memory as 32-bit words, fresh after each growth. */
export class Words {
  #view: Uint32Array;

  constructor(private readonly memory: EngineMemory) {
    this.#view = new Uint32Array(memory.buffer);
  }

  get view(): Uint32Array {
    const { buffer } = this.memory;
    if (this.#view.buffer !== buffer) this.#view = new Uint32Array(buffer);
    return this.#view;
  }
}
