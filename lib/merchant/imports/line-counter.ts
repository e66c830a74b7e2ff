const LF = 10;
const CR = 13;

/**
 * Knows on which line of a text its rows begin, from where they end. The parser's own count of lines goes wrong at line
 * breaks of two characters inside quotation marks; its count of bytes is right. Keeps only the bytes of rows that have not
 * ended yet.
 */
export class LineCounter {
  /** What came after `#start`, where the last row ended when something came last. */
  #ahead: Uint8Array = new Uint8Array();
  #start = 0;
  /** Where the last row ended, and the line there. */
  #offset = 0;
  #line = 1;
  /** Whether the last row ended with the first half of a line break of two characters. */
  #afterReturn = false;

  /** The line on which the next row begins. */
  get line(): number {
    return this.#line;
  }

  /** Hears of the next bytes of the text, before the parser does. */
  take(bytes: Uint8Array): void {
    this.#ahead = Buffer.concat([this.#ahead.subarray(this.#offset - this.#start), bytes]);
    this.#start = this.#offset;
  }

  /** The line on which the row begins that ends at `offset`, its line break included. Each row, empty ones too, is asked for once. */
  lineOfRow(offset: number): number {
    const line = this.#line;
    for (let at = this.#offset; at < offset; at++) this.#pass(this.#ahead[at - this.#start]);
    this.#offset = offset;
    return line;
  }

  #pass(byte: number | undefined): void {
    if (byte === CR || (byte === LF && !this.#afterReturn)) this.#line++;
    this.#afterReturn = byte === CR;
  }
}
