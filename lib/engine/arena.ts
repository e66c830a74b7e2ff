import { EngineInputError } from './errors';
import { type EngineMemory, PAGE_BYTES, Words } from './kernels/memory';

const CACHE_LINE = 64;

/** Hands out zeroed memory that is never taken back. Address 0 is never handed out: it stands for "none". */
export class Arena {
  #end = CACHE_LINE;
  readonly #words: Words;

  constructor(private readonly memory: EngineMemory) {
    this.#words = new Words(memory);
  }

  /** The memory as 32-bit words; fetch it again after `allocate`. */
  get words(): Uint32Array {
    return this.#words.view;
  }

  /** A view of some bytes; make it again after `allocate`. */
  bytes(address: number, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, address, length);
  }

  /** Makes sure that `bytes` can be allocated without failing. */
  reserve(bytes: number): void {
    const missing = this.#end + bytes - this.memory.buffer.byteLength;
    if (missing <= 0) return;
    try {
      this.memory.grow(Math.ceil(missing / PAGE_BYTES));
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
      throw new EngineInputError(
        'full',
        `the index is full: its memory of ${this.memory.buffer.byteLength} bytes cannot grow by ${missing} more ` +
          '(4 GiB is the most). Split the catalogue over several indexes.',
      );
    }
  }

  /** Address of `bytes` zeroed bytes, aligned to a cache line. */
  allocate(bytes: number): number {
    const size = Math.ceil(bytes / CACHE_LINE) * CACHE_LINE;
    this.reserve(size);
    const address = this.#end;
    this.#end += size;
    return address;
  }
}
