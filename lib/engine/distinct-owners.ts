import type { Slots } from './slots';
import type { SlotSet } from './slot-set';

/** Counts how many owners a set of slots has, up to a number; a hash set that is emptied on entry. */
export class DistinctOwners {
  /** Slot + 1 of one picture of each owner met; at least half of the places stay empty. */
  #places = new Uint32Array(64);
  #found = 0;
  #wanted = 0;

  constructor(private readonly slots: Slots) {}

  /** Number of distinct owners in `set`, or `most` if there are more. */
  count(set: SlotSet, most: number): number {
    this.#found = 0;
    this.#wanted = Math.min(most, set.total);
    if (this.#wanted <= 1) return this.#wanted;
    while (this.#places.length < this.#wanted * 2) this.#places = new Uint32Array(this.#places.length * 2);
    this.#places.fill(0);
    set.some(this.#meet);
    return this.#found;
  }

  readonly #meet = (slot: number): boolean => {
    const owner = this.slots.owner(slot);
    const mask = this.#places.length - 1;
    let at = Math.imul(owner, 0x9e3779b1) & mask;
    for (let place = this.#places[at]!; place !== 0; place = this.#places[at]!) {
      if (this.slots.owner(place - 1) === owner) return false;
      at = (at + 1) & mask;
    }
    this.#places[at] = slot + 1;
    return ++this.#found === this.#wanted;
  };
}
