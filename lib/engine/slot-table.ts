const FEWEST_PLACES = 16;
const FULLEST = 0.7;
const GROWTH = 1.5;

/**
 * Finds slots by a number that each of them has, such as its picture's id: open addressing with linear probing, 6 to 9
 * bytes per slot. The numbers are not stored again: `numberOf` tells that of a slot in the table.
 */
export class SlotTable {
  #size = 0;
  /** Slot + 1; 0 marks an empty place. */
  #places = new Uint32Array(FEWEST_PLACES);

  constructor(private readonly numberOf: (slot: number) => number) {}

  /** Bytes of the table. */
  get bytes(): number {
    return this.#places.byteLength;
  }

  /** Number of slots in the table. */
  get size(): number {
    return this.#size;
  }

  /** Makes room for so many slots at once, instead of growing again and again. */
  reserve(slots: number): void {
    const places = Math.ceil(slots / FULLEST) + 1;
    if (places > this.#places.length) this.#resize(places);
  }

  /** The slot that has the number, or -1. */
  get(number: number): number {
    return this.#places[this.#find(number)]! - 1;
  }

  /** Puts a slot in, in place of the one that has the same number. */
  set(slot: number): void {
    const at = this.#find(this.numberOf(slot));
    const isNew = this.#places[at] === 0;
    this.#places[at] = slot + 1;
    if (isNew && ++this.#size > this.#places.length * FULLEST) {
      this.#resize(Math.ceil(this.#places.length * GROWTH));
    }
  }

  /** Takes out the slot that has the number, and moves later ones of its run back, so that no search stops short. */
  delete(number: number): void {
    let hole = this.#find(number);
    if (this.#places[hole] === 0) return;
    for (let at = this.#after(hole); this.#places[at] !== 0; at = this.#after(at)) {
      const home = this.#home(this.numberOf(this.#places[at]! - 1));
      if (this.#distance(home, at) >= this.#distance(hole, at)) {
        this.#places[hole] = this.#places[at]!;
        hole = at;
      }
    }
    this.#places[hole] = 0;
    this.#size--;
  }

  /** Fibonacci hashing: the upper bits of the product are well spread even for consecutive numbers. */
  #home(number: number): number {
    return Math.floor(((Math.imul(number, 0x9e3779b1) >>> 0) / 2 ** 32) * this.#places.length);
  }

  #find(number: number): number {
    let at = this.#home(number);
    for (let place = this.#places[at]!; place !== 0; place = this.#places[at]!) {
      if (this.numberOf(place - 1) === number) break;
      at = this.#after(at);
    }
    return at;
  }

  #after(place: number): number {
    return place + 1 === this.#places.length ? 0 : place + 1;
  }

  /** Steps from one place to another. */
  #distance(from: number, to: number): number {
    return to >= from ? to - from : to - from + this.#places.length;
  }

  #resize(places: number): void {
    const before = this.#places;
    this.#places = new Uint32Array(places);
    for (const place of before) {
      if (place !== 0) this.#places[this.#find(this.numberOf(place - 1))] = place;
    }
  }
}
