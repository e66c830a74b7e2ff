const LF = 10;
const CR = 13;

/**
 * Knows on which line of a text its rows begin, from where they end. The parser's own count of lines goes wrong at line
 * breaks of two characters inside quotation marks; its count of bytes is right.
 */
export class LineCounter {
  /** The line breaks after `#offset`, in order. */
  #breaks: { readonly start: number; end: number; isReturn: boolean }[] = [];
  /** Bytes taken so far. */
  #taken = 0;
  /** Where the last row ended, and the line there. */
  #offset = 0;
  #line = 1;

  /** Hears of the next bytes of the text, before the parser does. */
  take(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i];
      if (byte === LF || byte === CR) this.#note(byte, this.#taken + i);
    }
    this.#taken += bytes.length;
  }

  /** The line on which the row begins that ends at `offset`. */
  lineOfRow(offset: number): number {
    const line = this.lineAfter(this.#offset);
    this.#goTo(offset);
    return line;
  }

  /** The line on which the row begins that comes after `offset`: there, or after the empty lines there. */
  lineAfter(offset: number): number {
    if (offset > this.#offset) this.#goTo(offset);
    let empty = 0;
    for (let at = this.#offset; this.#breaks[empty]?.start === at; empty++) at = this.#breaks[empty]!.end;
    return this.#line + empty;
  }

  #note(byte: number, start: number): void {
    const last = this.#breaks.at(-1);
    if (byte === LF && last?.isReturn && last.end === start) {
      last.end = start + 1;
      last.isReturn = false;
    } else this.#breaks.push({ start, end: start + 1, isReturn: byte === CR });
  }

  #goTo(offset: number): void {
    const later = this.#breaks.findIndex(({ start }) => start >= offset);
    const passed = later === -1 ? this.#breaks.length : later;
    this.#breaks.splice(0, passed);
    this.#line += passed;
    this.#offset = offset;
  }
}
