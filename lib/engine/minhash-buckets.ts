/** End of a bucket's list of slots. */
const END = 0xffffffff;
const PAGE_SHIFT = 12;
const PAGE_SLOTS = 1 << PAGE_SHIFT;
const FEWEST_HEADS = 16;
/** Buckets that share a head, on average and at most. */
const CROWDING = 2;

/** Some slots: for each slot and band its bucket's key and the next slot with the same head. */
interface Page {
  readonly keys: Uint32Array;
  readonly next: Uint32Array;
  /** 1 for the slots that are in buckets. */
  readonly isIn: Uint8Array;
}

/**
 * By band, the slots of each bucket key: hash tables with lists. A bucket costs no object: 8 bytes per slot and band for
 * key and successor, and 2 to 4 for the heads of the lists.
 */
export class MinHashBuckets {
  readonly #pages: Page[] = [];
  /** Of each band, `#perBand` lists' first slots, or END; a power of two. */
  #heads: Uint32Array;
  #perBand = FEWEST_HEADS;
  #size = 0;

  constructor(private readonly bands: number) {
    this.#heads = new Uint32Array(bands * FEWEST_HEADS).fill(END);
  }

  /** Puts a slot that is in no bucket into those of its keys, one per band. */
  enter(slot: number, keys: Uint32Array): void {
    while (this.#pages.length <= slot >>> PAGE_SHIFT) this.#pages.push(emptyPage(this.bands));
    if (++this.#size > this.#perBand * CROWDING) this.#growHeads();
    const { isIn, keys: ownKeys } = this.#pageOf(slot);
    isIn[slot % PAGE_SLOTS] = 1;
    ownKeys.set(keys, this.#first(slot));
    this.#link(slot);
  }

  /** Takes a slot out of its buckets, if it is in some. */
  leave(slot: number): void {
    if (!this.has(slot)) return;
    for (let band = 0; band < this.bands; band++) this.#unlink(slot, band);
    this.#pageOf(slot).isIn[slot % PAGE_SLOTS] = 0;
    this.#size--;
  }

  /** Whether the slot is in buckets. */
  has(slot: number): boolean {
    return this.#pages[slot >>> PAGE_SHIFT]?.isIn[slot % PAGE_SLOTS] === 1;
  }

  /** The keys of a slot that is in buckets: a view, for reading. */
  keysOf(slot: number): Uint32Array {
    return this.#pageOf(slot).keys.subarray(this.#first(slot), this.#first(slot) + this.bands);
  }

  /** Of each slot that is in one of the buckets of the keys, in how many. */
  sharing(keys: Uint32Array): Map<number, number> {
    const shared = new Map<number, number>();
    for (let band = 0; band < this.bands; band++) {
      const key = keys[band]!;
      for (let slot = this.#heads[this.#headOf(band, key)]!; slot !== END; slot = this.#next(slot, band)) {
        if (this.#key(slot, band) === key) shared.set(slot, (shared.get(slot) ?? 0) + 1);
      }
    }
    return shared;
  }

  #link(slot: number): void {
    const { next } = this.#pageOf(slot);
    const first = this.#first(slot);
    for (let band = 0; band < this.bands; band++) {
      const head = this.#headOf(band, this.#key(slot, band));
      next[first + band] = this.#heads[head]!;
      this.#heads[head] = slot;
    }
  }

  #unlink(slot: number, band: number): void {
    const head = this.#headOf(band, this.#key(slot, band));
    const next = this.#next(slot, band);
    let before = this.#heads[head]!;
    if (before === slot) {
      this.#heads[head] = next;
      return;
    }
    while (this.#next(before, band) !== slot) before = this.#next(before, band);
    this.#pageOf(before).next[this.#first(before) + band] = next;
  }

  /** Doubles the lists and deals the slots out again. */
  #growHeads(): void {
    this.#perBand *= 2;
    this.#heads = new Uint32Array(this.bands * this.#perBand).fill(END);
    for (let slot = 0; slot < this.#pages.length * PAGE_SLOTS; slot++) if (this.has(slot)) this.#link(slot);
  }

  /** Keys are mixed well in their low bits only as far as the minima were: take the high bits of a product. */
  #headOf(band: number, key: number): number {
    return band * this.#perBand + (Math.imul(key, 0x9e3779b1) >>> (1 + Math.clz32(this.#perBand)));
  }

  #key(slot: number, band: number): number {
    return this.#pageOf(slot).keys[this.#first(slot) + band]!;
  }

  #next(slot: number, band: number): number {
    return this.#pageOf(slot).next[this.#first(slot) + band]!;
  }

  #pageOf(slot: number): Page {
    return this.#pages[slot >>> PAGE_SHIFT]!;
  }

  /** Where a slot's bands begin in its page. */
  #first(slot: number): number {
    return (slot % PAGE_SLOTS) * this.bands;
  }
}

function emptyPage(bands: number): Page {
  return {
    keys: new Uint32Array(PAGE_SLOTS * bands),
    next: new Uint32Array(PAGE_SLOTS * bands),
    isIn: new Uint8Array(PAGE_SLOTS),
  };
}
