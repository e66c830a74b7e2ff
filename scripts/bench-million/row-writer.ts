const TAB = 9;
const NEWLINE = 10;
const BACKSLASH = 92;
/** No row of ours is longer, escaped: 3,136 bytes of features, or texts of a few kilobytes. */
const LONGEST_ROW = 64 * 1024;
const CHUNK = 1024 * 1024;

/**
 * Rows in the form that `LOAD DATA` reads when nothing is said about it: fields end with a tab, rows with a newline, a
 * backslash takes the meaning from the byte behind it. Bytes of any value pass through unharmed.
 */
export class RowWriter {
  #bytes = Buffer.allocUnsafe(CHUNK + LONGEST_ROW);
  #length = 0;

  get isFull(): boolean {
    return this.#length >= CHUNK;
  }

  number(value: number): void {
    this.#length += this.#bytes.write(String(value), this.#length, 'latin1');
    this.#put(TAB);
  }

  text(value: string): void {
    this.#length += this.#bytes.write(value.replace(/[\t\n\\]/g, '\\$&'), this.#length);
    this.#put(TAB);
  }

  bytes(value: Uint8Array): void {
    for (let i = 0; i < value.length; i++) {
      const byte = value[i]!;
      if (byte === TAB || byte === NEWLINE || byte === BACKSLASH) this.#put(BACKSLASH);
      this.#put(byte);
    }
    this.#put(TAB);
  }

  /** The row has all its fields. */
  end(): void {
    this.#bytes[this.#length - 1] = NEWLINE;
  }

  /** What was written since the last call. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#bytes = Buffer.allocUnsafe(CHUNK + LONGEST_ROW);
    this.#length = 0;
    return taken;
  }

  #put(byte: number): void {
    this.#bytes[this.#length++] = byte;
  }
}
